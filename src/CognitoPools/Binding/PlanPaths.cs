using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>The files that -Path names.</summary>
internal static class PlanPaths
{
    private const string Parameter = "Path";
    private const string Remedy = "Specify the path of a file: an absolute path, or one relative to the current folder.";

    /// <summary>The path of the file with this name, or the paths that the wildcards match.</summary>
    /// <param name="session">Knows the current folder.</param>
    /// <param name="path">A path, absolute or from the current folder, with or without wildcards.</param>
    /// <exception cref="InvalidSettingException">No file matches.</exception>
    public static IReadOnlyList<string> Find(SessionState session, string path)
    {
        try
        {
            var literal = session.Path.GetUnresolvedProviderPathFromPSPath(path);
            if (File.Exists(literal))
                return [literal];
            string[] found = WildcardPattern.ContainsWildcardCharacters(path)
                ? [.. session.Path.GetResolvedProviderPathFromPSPath(path, out _).Where(File.Exists)]
                : [];
            return found.Length > 0 ? found
                : throw new InvalidSettingException(
                    Parameter, path, "does not exist.", Remedy);
        }
        catch (Exception failure) when (failure is RuntimeException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new InvalidSettingException(
                Parameter, path, $"could not be read: {Sentences.Ended(failure.Message)}", Remedy);
        }
    }
}
