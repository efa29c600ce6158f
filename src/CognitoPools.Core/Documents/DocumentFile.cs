using System.Text;

namespace CognitoPools.Documents;

/// <summary>Writes a file as a whole or not at all: the old file is kept until the new text is complete.</summary>
internal static class DocumentFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the text, unless the file already contains it.</summary>
    /// <param name="path">The path of the file. Its folder is created if it does not exist.</param>
    /// <param name="text">The text.</param>
    /// <param name="overwriteReadOnly">Whether to replace a read-only file.</param>
    /// <returns>Whether the file was written.</returns>
    public static bool Write(string path, string text, bool overwriteReadOnly)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var exists = File.Exists(path);
        if (exists && File.ReadAllText(path) == text)
            return false;
        if (exists && (File.GetAttributes(path) & FileAttributes.ReadOnly) != 0)
        {
            if (!overwriteReadOnly)
                throw new UnauthorizedAccessException("the file is read-only. To replace it, use -Force.");
            File.SetAttributes(path, File.GetAttributes(path) & ~FileAttributes.ReadOnly);
        }
        // In the same folder, so that the last step is a rename, which replaces a link instead of following it.
        var unfinished = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            File.WriteAllText(unfinished, text, Utf8);
            if (exists)
                File.Replace(unfinished, path, null);
            else
                File.Move(unfinished, path);
            return true;
        }
        catch (Exception failure) when (failure.Message.Contains(Path.GetFileName(unfinished)))
        {
            throw new IOException(failure.Message.Replace(Path.GetFileName(unfinished), Path.GetFileName(path)), failure);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
