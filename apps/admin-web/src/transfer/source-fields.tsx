import { FileInput, Textarea } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { type Upload } from './send-file.js';

interface SourceFieldsProps {
  readonly texts: Readonly<Record<'file' | 'fileHint' | 'choose' | 'clear' | 'paste', string>>;
  /** The kinds of files that the dialog offers. */
  readonly accept: string;
  readonly onChange: (bytes: Upload['bytes'] | null) => void;
}

/** Where a file comes from: it is chosen or dropped here, or its text is pasted. Null while there is neither. */
export function SourceFields({ texts, accept, onChange }: SourceFieldsProps) {
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState('');
  const [over, setOver] = useState(false);
  const choose = async (chosen: File | null) => {
    setFile(chosen);
    setText('');
    onChange(chosen && new Uint8Array(await chosen.arrayBuffer()));
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
          onChange={({ currentTarget: { value } }) => {
            setText(value);
            onChange(value.trim() === '' ? null : new TextEncoder().encode(value));
          }}
        />
      )}
    </>
  );
}
