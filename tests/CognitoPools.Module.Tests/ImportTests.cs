using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests;

/// <summary>The module is imported more than once in a session: again, after it was removed, or as a copy in another
/// folder.</summary>
public class ImportTests
{
    private const string Commands = "@(Get-Command -Module CognitoPools).Count -gt 30; ";
    private const string Works = "Connect-PoolAccount -Sandbox | Out-Null; (New-CognitoIdentityPool shop -GuestAccess).Name";

    [Theory]
    [InlineData("Import-Module CognitoPools -Force; ")]
    [InlineData("Remove-Module CognitoPools; Import-Module CognitoPools; ")]
    public async Task A_second_import_has_every_cmdlet(string again) =>
        Assert.Equal(
            (0, "True\nTrue\nshop\n", ""),
            await ChildShell.RunAsync("Import-Module CognitoPools; " + Commands + again + Commands + Works));

    [Fact]
    public async Task A_copy_in_another_folder_is_imported_in_the_same_session()
    {
        var folder = Directory.CreateTempSubdirectory("import");
        try
        {
            var built = Repository.Module;
            foreach (var file in Directory.GetFiles(built, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(folder.FullName, Path.GetRelativePath(built, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            var script = "Import-Module CognitoPools; " + Commands
                + $"Remove-Module CognitoPools; Import-Module '{folder.FullName}/CognitoPools.psd1'; (Get-Module "
                + $"CognitoPools).ModuleBase -eq '{folder.FullName}'; "
                    + Commands
                    + Works;
            Assert.Equal((0, "True\nTrue\nTrue\nshop\n", ""), await ChildShell.RunAsync(script));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
