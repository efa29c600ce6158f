using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>The files that -Path names.</summary>
internal static class PlanPaths
{
    private const string Parameter = "Path";

    /// <summary>The paths of the files: the file of this name, else those that the wildcards match.</summary>
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
                    Parameter, path, "there is no such file.", "Specify the path of a file, absolute or from the current folder.");
        }
        catch (Exception failure) when (failure is RuntimeException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new InvalidSettingException(
                Parameter, path, Sentences.Ended(failure.Message), "Specify the path of a file, absolute or from the current folder.");
        }
    }
}
