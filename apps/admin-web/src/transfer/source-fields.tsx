import { FileInput, Textarea } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useUnsaved } from '../furniture/unsaved.js';
import { type Upload } from './send-file.js';

/** What a host takes as JSON without being asked for more. */
const JUDGED_AT_MOST = 50_000;

/** Is a text judged while it is pasted? A longer one is when somebody wants to see what becomes of it. */
export function isJudged(pasted: string): boolean {
  return pasted.trim() !== '' && pasted.length <= JUDGED_AT_MOST;
}

interface SourceFieldsProps {
  readonly texts: Readonly<Record<'file' | 'fileHint' | 'choose' | 'clear' | 'paste', string>>;
  /** The kinds of files that the dialog offers. */
  readonly accept: string;
  /** What was chosen or pasted, and as text what was pasted. */
  readonly onChange: (bytes: Upload['bytes'] | null, pasted: string) => void;
  /** What is wrong with what was pasted. */
  readonly fault?: string | null;
  /** What was pasted has been taken in: it may be thrown away. */
  readonly takenIn: boolean;
}

/** Where a file comes from: it is chosen or dropped here, or its text is pasted. Null while there is neither. */
export function SourceFields({ texts, accept, onChange, fault = null, takenIn }: SourceFieldsProps) {
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState('');
  const [over, setOver] = useState(false);
  useUnsaved({ isDirty: () => text.trim() !== '' && !takenIn });
  const choose = async (chosen: File | null) => {
    setFile(chosen);
    setText('');
    onChange(chosen && new Uint8Array(await chosen.arrayBuffer()), '');
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) void choose(dropped);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <>
      <div
        className="drop-zone"
        data-over={over || undefined}
        onDragOver={hover}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <FileInput
          label={texts.file}
          description={texts.fileHint}
          placeholder={texts.choose}
          accept={accept}
          leftSection={<IconFileText size={18} aria-hidden />}
          clearable
          clearButtonProps={{ 'aria-label': texts.clear }}
          value={file}
          onChange={(chosen) => void choose(chosen)}
        />
      </div>
      {!file && (
        <Textarea
          label={texts.paste}
          autosize
          minRows={3}
          maxRows={12}
          spellCheck={false}
          classNames={{ input: 'code-input' }}
          value={text}
          error={fault}
          onChange={({ currentTarget: { value } }) => {
            setText(value);
            onChange(value.trim() === '' ? null : new TextEncoder().encode(value), value);
          }}
        />
      )}
    </>
  );
}
