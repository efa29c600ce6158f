using System.Text.Json;

namespace ModuleBuilder;

/// <summary>The IAM actions that each cmdlet needs: permissions.json, which tests renew from the calls that they see.</summary>
internal sealed class PermissionTable(string repository)
{
    private readonly Dictionary<string, string[]> actions = JsonSerializer.Deserialize<Dictionary<string, string[]>>(
        File.ReadAllText(Path.Combine(repository, "tools", "ModuleBuilder", "permissions.json")))!;

    /// <summary>What the help of a cmdlet says of its permissions, a paragraph each. None for a cmdlet that the tests have not
    /// recorded yet.</summary>
    /// <param name="cmdlet">Its name.</param>
    public IReadOnlyList<string> ParagraphsOf(string cmdlet) => !actions.TryGetValue(cmdlet, out var needed) ? []
        : needed.Length == 0 ? ["None: the cmdlet makes no call that needs a permission."]
        :
        [
            string.Join(", ", needed) + ".",
            "Not every call needs all of them: that depends on the parameters and on what is there. "
                + "about_CognitoPools_Permissions has policies to copy.",
        ];
}
