namespace CognitoPools.Architecture.Tests;

/// <summary>Inside a project folders point one way.</summary>
public sealed class FolderTests
{
    public static TheoryData<string> ProjectNames => [.. Projects.All.Select(project => project.Name)];

    [Theory, MemberData(nameof(ProjectNames))]
    public void No_folders_of_a_project_form_a_circle(string project)
    {
        var graph = FoldersOf(project);

        var lines = graph.Circles.SelectMany(circle => graph.Explain(circle).Prepend(string.Join(", ", circle))).ToList();
        Assert.True(lines.Count == 0, Message("Folders that use each other", lines));
    }

    [Theory, MemberData(nameof(ProjectNames))]
    public void A_folder_uses_only_folders_below_it(string project)
    {
        var violations = Projects.All.Single(one => one.Name == project).Order.Violations(FoldersOf(project)).ToList();

        Assert.True(violations.Count == 0, Message($"Against the order in {nameof(Projects)}.cs", violations));
    }

    private static FolderGraph FoldersOf(string project) => Projects.All.Single(one => one.Name == project).ReadFolders();

    private static string Message(string what, IEnumerable<string> lines) => $"{what}:\n{string.Join('\n', lines)}";
}
