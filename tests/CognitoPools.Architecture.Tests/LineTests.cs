namespace CognitoPools.Architecture.Tests;

/// <summary>Hand-written code can be read without scrolling sideways.</summary>
public sealed class LineTests
{
    private const int Limit = 160;

    private static readonly string[] Rooms = ["src", "tools", "tests", "bench", "examples"];
    private static readonly string[] Extensions = [".cs", ".ps1", ".psm1", ".psd1"];
    private static readonly string[] BuildFolders = ["bin", "obj"];

    [Fact]
    public void No_line_is_over_160_columns()
    {
        var root = Root();
        var files = Rooms.SelectMany(room => FilesOf(Path.Combine(root, room)))
            .Concat(Directory.EnumerateFiles(root))
            .Where(IsCode)
            .ToList();
        var tooLong = files.SelectMany(file => File.ReadLines(file)
            .Select((line, index) => (Number: index + 1, line.Length))
            .Where(line => line.Length > Limit)
            .Select(line => $"{Path.GetRelativePath(root, file)}:{line.Number} has {line.Length}")).ToList();

        Assert.Contains(files, file => Path.GetFileName(file) == "build.ps1");
        Assert.True(tooLong.Count == 0, $"{tooLong.Count} lines:\n{string.Join('\n', tooLong)}");
    }

    private static bool IsCode(string file) => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> FilesOf(
        string folder) => Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder)
        .Where(inner => !BuildFolders.Contains(Path.GetFileName(inner), StringComparer.OrdinalIgnoreCase))
        .SelectMany(FilesOf));

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CognitoPools.sln")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("The tests run outside of a checkout, so its files cannot be read.");
        }
        return folder;
    }
}
