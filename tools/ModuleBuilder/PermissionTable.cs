using System.Text.Json;

namespace ModuleBuilder;

/// <summary>The IAM actions that each cmdlet needs: permissions.json, which tests renew from the calls that they see.</summary>
internal sealed class PermissionTable(string repository)
{
    private readonly Dictionary<string, string[]> actions = JsonSerializer.Deserialize<Dictionary<string, string[]>>(
        File.ReadAllText(Path.Combine(repository, "tools", "ModuleBuilder", "permissions.json")))!;

    /// <summary>The paragraphs of a cmdlet's help about its permissions: none for a cmdlet that the tests have not
    /// recorded yet.</summary>
    /// <param name="cmdlet">Its name.</param>
    public IReadOnlyList<string> ParagraphsOf(string cmdlet) => !actions.TryGetValue(cmdlet, out var needed) ? []
        : needed.Length == 0 ? ["None. The cmdlet makes no call that requires a permission."]
        :
        [
            string.Join(", ", needed) + ".",
            "Not every call needs all of them: that depends on the parameters and on the pool. "
                + "For policies to copy, see about_CognitoPools_Permissions.",
        ];
}
