namespace ModuleBuilder;

/// <summary>The index of docs/: the cmdlets by family, the about topics and the other pages.</summary>
internal static class IndexPage
{
    /// <summary>The name of the page; GitHub shows it with the folder.</summary>
    public const string FileName = "README.md";

    private const string Others =
        """
        ## Other pages

        - [The checks of the audit](audit-checks.md): what each check reports, how severe it is, and how to fix it.
        - [pool-document.schema.json](pool-document.schema.json): the JSON schema of a pool document.
        - [Architecture](ARCHITECTURE.md): for contributors.
        """;

    // The folder of a family in the sources, in the order in which a newcomer meets them.
    private static readonly (string Folder, string Title)[] Families =
    [
        ("Account", "Account"),
        ("Pool", "Identity pools"),
        ("Audit", "Audit and reports"),
        ("Access", "Guest access, roles and policies"),
        ("Providers", "Providers and rules"),
        ("Identities", "Identities"),
        ("SignIn", "Sign-in"),
        ("DeveloperIdentities", "Developer identities"),
        ("Sandbox", "Sandbox"),
    ];

    /// <summary>The page.</summary>
    /// <param name="help">The help of the cmdlets.</param>
    /// <param name="topics">The folder of the about topics.</param>
    /// <exception cref="InvalidDataException">A cmdlet is in a family that the page does not have.</exception>
    public static string Write(IReadOnlyList<CmdletHelp> help, string topics)
    {
        if (help.FirstOrDefault(item => Families.All(family => family.Folder != item.Family)) is { } stray)
            throw new InvalidDataException($"{stray.Name} is in the family {stray.Family}, which the index does not have.");
        IEnumerable<string> lines =
        [
            "# CognitoPools: reference",
            "",
            "<!-- Made from the XML documentation of the cmdlets; `dotnet build tools/ModuleBuilder -t:RenewDocs` renews it. -->",
            "",
            "These pages have the same text as `Get-Help <cmdlet> -Full`. [The README](../README.md) shows how to start.",
            .. Families.SelectMany(family => Section(family.Title, help.Where(item => item.Family == family.Folder))),
            "",
            "## Concepts",
            "",
            "| Topic | Describes |",
            "|---|---|",
            .. Directory.EnumerateFiles(topics, "about_*.help.txt").Order(StringComparer.Ordinal).Select(Topic),
            "",
            Others.ReplaceLineEndings("\n"),
            "",
        ];
        return string.Join("\n", lines);
    }

    private static IEnumerable<string> Section(string title, IEnumerable<CmdletHelp> family) =>
    [
        "",
        $"## {title}",
        "",
        "| Cmdlet | Synopsis |",
        "|---|---|",
        .. family.Select(item => $"| [{item.Name}]({item.Name}.md) | {MarkdownPage.Plain(item.Synopsis)} |"),
    ];

    private static string Topic(string path)
    {
        var name = Path.GetFileName(path)[..^".help.txt".Length];
        var description = File.ReadLines(path)
            .SkipWhile(line => line.Trim() != "SHORT DESCRIPTION")
            .Skip(1)
            .TakeWhile(line => line.Trim().Length > 0)
            .Select(line => line.Trim());
        return $"| [{MarkdownPage.Plain(name)}](../en-US/{name}.help.txt) | {MarkdownPage.Plain(string.Join(' ', description))} |";
    }
}
