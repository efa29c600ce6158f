using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>A policy in a file, named by its path or, as for the AWS CLI, by <c>file://</c> and its path.</summary>
internal static class PolicyFile
{
    private const string Reference = "file://";
    private const string FileSystem = "FileSystem";

    public static bool IsReference(string text) => text.StartsWith(Reference, StringComparison.OrdinalIgnoreCase);

    /// <summary>The text of the file that a reference names.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">It cannot be read.</exception>
    public static string ReadReference(SessionState session, string reference)
    {
        try
        {
            return Text(session, reference);
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            throw new ArgumentTransformationMetadataException(
                $"The policy file '{Path(reference)}' could not be read: {Sentences.Ended(failure.Message)} Specify 'file://' and the path of "
                    + "a file: an absolute path, or one relative to the current folder.",
                failure);
        }
    }

    /// <summary>The text of a file.</summary>
    /// <param name="session">Knows the current folder.</param>
    /// <param name="parameter">The parameter that names the file.</param>
    /// <param name="path">Its path, absolute or relative to the current folder, with or without <c>file://</c>.</param>
    /// <exception cref="InvalidSettingException">It cannot be read.</exception>
    public static string Read(SessionState session, string parameter, string path)
    {
        try
        {
            return Text(session, path);
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            throw new InvalidSettingException(
                parameter, path, $"could not be read: {failure.Message}",
                "Specify the path of a file: an absolute path, or one relative to the current folder.");
        }
    }

    /// <summary>Whether a text that should be a policy is the path of a file.</summary>
    public static bool IsPath(SessionState session, string text)
    {
        // Every document contains these characters, and most of its lines do.
        if (string.IsNullOrWhiteSpace(text) || text.IndexOfAny(['"', '{', '}', '[', ']', '\n']) >= 0)
            return false;
        try
        {
            return File.Exists(session.Path.GetUnresolvedProviderPathFromPSPath(text, out var provider, out _))
                && provider.Name == FileSystem;
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            return false;
        }
    }

    // In a URL, the path of a file on a Windows drive has a slash before the drive.
    private static string Path(string path)
    {
        var plain = IsReference(path) ? path.Substring(Reference.Length) : path;
        return plain is ['/', _, ':', '/' or '\\', ..] && plain != path ? plain.Substring(1) : plain;
    }

    // Out-File of Windows PowerShell writes a byte order mark for the encoding; a file without one is UTF-8.
    private static string Text(SessionState session, string path)
    {
        var resolved = session.Path.GetUnresolvedProviderPathFromPSPath(Path(path), out var provider, out _);
        return provider.Name == FileSystem
            ? File.ReadAllText(resolved)
            : throw new IOException($"'{Path(path)}' is not the path of a file.");
    }

    private static bool IsFailure(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or RuntimeException;
}
