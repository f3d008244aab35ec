import { type UseFormReturnType } from '@mantine/form';

/** What a form hands to an input: value, error and the handlers. */
export type FieldProps = ReturnType<UseFormReturnType<object>['getInputProps']>;
