using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>A policy in a file, named by its path or, as for the AWS CLI, by <c>file://</c> and its path.</summary>
internal static class PolicyFile
{
    private const string Reference = "file://";

    public static bool IsReference(string text) => text.StartsWith(Reference, StringComparison.OrdinalIgnoreCase);

    /// <summary>The text of the file that a reference names.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">It cannot be read.</exception>
    public static string ReadReference(SessionState session, string reference)
    {
        var path = reference.Substring(Reference.Length);
        try
        {
            return Text(session, path);
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            throw new ArgumentTransformationMetadataException(
                $"The policy file '{path}' could not be read: {Sentences.Ended(failure.Message)} Specify 'file://' and the path of "
                    + "a file, absolute or from the current folder.",
                failure);
        }
    }

    /// <summary>The text of a file.</summary>
    /// <param name="session">Knows the current folder.</param>
    /// <param name="parameter">The parameter that names the file.</param>
    /// <param name="path">Its path, absolute or from the current folder.</param>
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
                "Specify the path of a file, absolute or from the current folder.");
        }
    }

    // A byte order mark tells the encoding, as Windows PowerShell's Out-File writes it; without one it is UTF-8.
    private static string Text(SessionState session, string path)
    {
        var resolved = session.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        return provider.Name == "FileSystem"
            ? File.ReadAllText(resolved)
            : throw new IOException($"'{path}' is no path of a file.");
    }

    private static bool IsFailure(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or RuntimeException;
}
