namespace ModuleBuilder;

/// <summary>The page about the audit checks: a table, and a section with an anchor for each check.</summary>
internal static class CheckPage
{
    /// <summary>The name of the page.</summary>
    public const string FileName = "audit-checks.md";

    private const string NotChecked =
        """
        ## NotChecked

        Some checks could not run.

        - **Reported when:** A read was denied, a document could not be parsed, or the Region could not be reached. The finding names the
          checks that could not run and the missing permission.
        - **Severity:** Info. With `-Severity`, it is also reported if one of these checks can reach the specified severity.
        - **Fix:** Grant the permission. about_CognitoPools_Permissions contains a policy for audits.
        """;

    /// <summary>The page.</summary>
    /// <param name="checks">The checks in their order.</param>
    public static string Write(IReadOnlyList<CheckDescription> checks)
    {
        IEnumerable<string> lines =
        [
            "# Audit checks",
            "",
            "<!-- Generated from the metadata of the checks. To update, run `dotnet build tools/ModuleBuilder -t:RenewDocs`. -->",
            "",
            "[Test-CognitoIdentityPool](Test-CognitoIdentityPool.md) and [Export-PoolReport](Export-PoolReport.md) run these checks. If several",
            "checks find the same cause, only one of them reports it. Its section lists the checks that it hides.",
            "",
            "| Check | Finding | Severity |",
            "|---|---|---|",
            .. checks.Select(check => $"| [{check.Id}](#{Anchor(check.Id)}) | {Cell(check.Title)} | {Cell(check.Severity)} |"),
            "| [NotChecked](#notchecked) | Some checks could not run | Info. |",
            "",
            .. checks.SelectMany(Section),
            NotChecked.ReplaceLineEndings("\n"),
            "",
        ];
        return string.Join("\n", lines);
    }

    private static IEnumerable<string> Section(CheckDescription check) =>
    [
        $"## {check.Id}",
        "",
        $"{check.Title}.",
        "",
        $"- **Reported when:** {check.Condition}",
        $"- **Severity:** {check.Severity}",
        $"- **Why:** {check.Why}",
        $"- **Fix:** {check.Fix}",
        .. check.NotWhen is { } silent ? [$"- **Not reported when:** {silent}"] : Array.Empty<string>(),
        .. check.Hides.Count > 0
            ? [$"- **Hides:** {string.Join(", ", check.Hides.Select(id => $"[{id}](#{Anchor(id)})"))}"]
            : Array.Empty<string>(),
        $"- **Reference:** <{check.Reference}>",
        "",
    ];

    private static string Anchor(string id) => id.ToLowerInvariant();

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
