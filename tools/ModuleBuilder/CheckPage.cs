namespace ModuleBuilder;

/// <summary>The page of the audit's checks: a table, and a section with an anchor for each check.</summary>
internal static class CheckPage
{
    /// <summary>The name of the page.</summary>
    public const string FileName = "audit-checks.md";

    private const string NotChecked =
        """
        ## NotChecked

        What a check needs could not be read.

        - **Reported when:** a read was refused, a document could not be understood, or the Region could not be reached. The finding
          names the checks that were not made and the missing permission.
        - **Severity:** Info. It is reported with `-Severity`, too, when one of the checks could have found as much.
        - **Fix:** Grant the permission; about_CognitoPools_Permissions has a policy for audits.
        """;

    /// <summary>The page.</summary>
    /// <param name="checks">The checks in their order.</param>
    public static string Write(IReadOnlyList<CheckDescription> checks)
    {
        IEnumerable<string> lines =
        [
            "# The checks of the audit",
            "",
            "<!-- Made from the metadata of the checks; `dotnet build tools/ModuleBuilder -t:RenewDocs` renews it. -->",
            "",
            "[Test-CognitoIdentityPool](Test-CognitoIdentityPool.md) and [Export-PoolReport](Export-PoolReport.md) make these checks. A cause",
            "that several checks see is one finding: the check that hides the others reports it.",
            "",
            "| Check | Finds | Severity |",
            "|---|---|---|",
            .. checks.Select(check => $"| [{check.Id}](#{Anchor(check.Id)}) | {Cell(check.Title)} | {Cell(check.Severity)} |"),
            "| [NotChecked](#notchecked) | What a check needs could not be read | Info. |",
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
        .. check.NotWhen is { } silent ? [$"- **Silent when:** {silent}"] : Array.Empty<string>(),
        .. check.Hides.Count > 0
            ? [$"- **Hides:** {string.Join(", ", check.Hides.Select(id => $"[{id}](#{Anchor(id)})"))}"]
            : Array.Empty<string>(),
        $"- **Reference:** <{check.Reference}>",
        "",
    ];

    private static string Anchor(string id) => id.ToLowerInvariant();

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
