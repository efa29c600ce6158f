using System.Management.Automation;
using System.Security;
using System.Text.RegularExpressions;
using CognitoPools.Audit.Suppressions;
using CognitoPools.Documents;
using CognitoPools.Errors;

namespace CognitoPools.Binding;

/// <summary>Paths of documents as users specify them.</summary>
internal static class DocumentPath
{
    private const string FileSystem = "FileSystem";

    // No document of an identity pool is near this size, and a wrong path must not fill the memory.
    private const long MostBytes = 16 * 1024 * 1024;

    private static readonly Regex RegionName = new(@"\A[a-z]{2,}(-[a-z]+)+-[0-9]+\z", RegexOptions.CultureInvariant);
    private static readonly string[] Endings = [".json", ".tf", ".template"];

    /// <summary>The absolute path of a user's path.</summary>
    /// <param name="session">Knows the current folder.</param>
    /// <param name="path">The path.</param>
    /// <exception cref="PoolException">It is not a path of the file system.</exception>
    public static string Resolve(SessionState session, string path)
    {
        // It would become the name of a file and appear in every message about it.
        if (ShownText.HoldsSecret(path))
            throw new InvalidSettingException("Path", null, "looks like a secret, not like the path of a file.", "Specify a path.");
        try
        {
            var resolved = session.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            return provider.Name == FileSystem ? resolved : throw new IOException("it is not a path of the file system.");
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            throw new PoolException(PoolErrorId.FileNotRead, path, Sentences.Ended(failure.Message));
        }
    }

    /// <summary>Whether an output path is the path of a file and not of a folder.</summary>
    /// <param name="path">An absolute path.</param>
    public static bool IsFile(string path) => !Directory.Exists(path)
        && Array.Exists(Endings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether an input path is the path of a folder.</summary>
    public static bool IsFolder(SessionState session, string path) => Directory.Exists(Resolve(session, path));

    /// <summary>The texts of the files of a path: the file with exactly that name, or those that match its wildcards.</summary>
    /// <param name="session">Knows the current folder.</param>
    /// <param name="path">The path.</param>
    /// <exception cref="PoolException">There is no such file, or it cannot be read.</exception>
    public static IReadOnlyList<SourceText> Read(SessionState session, string path)
    {
        var literal = Resolve(session, path);
        if (File.Exists(literal) || !WildcardPattern.ContainsWildcardCharacters(path))
            return [ReadFile(literal, path)];
        IReadOnlyList<string> found;
        try
        {
            // A file of suppressions may be in the same folder as documents.
            found =
            [
                .. session.Path.GetResolvedProviderPathFromPSPath(path, out _)
                    .Where(file => File.Exists(file) && !SuppressionReader.IsFileName(Path.GetFileName(file))),
            ];
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            throw new PoolException(PoolErrorId.FileNotRead, path, Sentences.Ended(failure.Message));
        }
        var folder = Path.GetDirectoryName(path) ?? "";
        return found.Count > 0
            ? [.. found.OrderBy(file => file, StringComparer.Ordinal).Select(file => ReadFile(file, Path.Combine(folder, Path.GetFileName(file))))]
            : throw new PoolException(PoolErrorId.FileNotRead, path, "no file matches the pattern.");
    }

    /// <summary>The text of a file.</summary>
    /// <param name="file">The absolute path.</param>
    /// <param name="shown">The path as the user knows it.</param>
    /// <exception cref="PoolException">It cannot be read.</exception>
    public static SourceText ReadFile(string file, string shown)
    {
        try
        {
            if (Directory.Exists(file))
                throw new IOException("it is a folder. Add '*.json' to read all documents in it.");
            if (new FileInfo(file).Length > MostBytes)
                throw new IOException("it is larger than 16 MB, which no document of an identity pool is.");
            return new SourceText(File.ReadAllText(file), shown) { Region = RegionOf(Path.GetFileName(Path.GetDirectoryName(file))) };
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            throw new PoolException(PoolErrorId.FileNotRead, shown, Sentences.Ended(failure.Message));
        }
    }

    /// <summary>Writes a file.</summary>
    /// <param name="file">The absolute path.</param>
    /// <param name="text">The text.</param>
    /// <param name="overwriteReadOnly">Whether a read-only file is replaced too.</param>
    /// <exception cref="PoolException">It cannot be written.</exception>
    public static bool Write(string file, string text, bool overwriteReadOnly)
    {
        try
        {
            return DocumentFile.Write(file, text, overwriteReadOnly);
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            throw new PoolException(
                PoolErrorId.FileNotWritten, file, Sentences.Ended(failure.Message), "Check the folder, its permissions and the free disk space.");
        }
    }

    /// <summary>The name of a folder when it is that of a Region; null otherwise.</summary>
    public static string? RegionOf(string? folder) => folder is not null && RegionName.IsMatch(folder) ? folder : null;

    private static bool IsFailure(Exception failure) => failure
        is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or SecurityException or RuntimeException;
}
