using System.Text;

namespace CognitoPools.Documents;

/// <summary>Writes a file whole or not at all: what is there stays until the new text is complete.</summary>
internal static class DocumentFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the text, unless the file has it already.</summary>
    /// <param name="path">The path of the file; its folder is made when it does not exist.</param>
    /// <param name="text">The text.</param>
    /// <param name="overwriteReadOnly">Whether a file that is marked as read-only is replaced too.</param>
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
                throw new UnauthorizedAccessException("the file is read-only. -Force replaces it.");
            File.SetAttributes(path, File.GetAttributes(path) & ~FileAttributes.ReadOnly);
        }
        // In the same folder, so that the last step is a rename, which also takes the place of a link and does not follow it.
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
        finally
        {
            File.Delete(unfinished);
        }
    }
}
