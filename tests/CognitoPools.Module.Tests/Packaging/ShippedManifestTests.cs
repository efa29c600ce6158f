using ModuleBuilder;

namespace CognitoPools.Module.Tests.Packaging;

/// <summary>The manifest that ships is made from the one at the root by its meaning, not by its white space.</summary>
public class ShippedManifestTests
{
    private const string Source = """
        # What stands here is about the sources.
        @{
          rootmodule='src/CognitoPools/CognitoPools.psm1'
          "FormatsToProcess" = 'src/CognitoPools/Formatting/A.ps1xml',
                               'src/CognitoPools/Formatting/B.ps1xml' # two
          Description = 'FileList = @() and src/CognitoPools/ stay in a text'
          FileList=@( )
          PrivateData = @{ PSData = @{ ReleaseNotes =  'none' } }
        }

        """;

    [Fact]
    public void Paths_files_and_notes_are_replaced_and_all_else_stays() => Assert.Equal(
        """
        @{
          rootmodule='CognitoPools.psm1'
          "FormatsToProcess" = 'A.ps1xml',
                               'B.ps1xml' # two
          Description = 'FileList = @() and src/CognitoPools/ stay in a text'
          FileList=@(
                'A.ps1xml'
                'bin/x.dll'
            )
          PrivateData = @{ PSData = @{ ReleaseNotes =  'Anna''s change' } }
        }

        """.ReplaceLineEndings("\n"),
        ShippedManifest.Write(Source, ["bin/x.dll", "A.ps1xml"], "Anna's change", new ProjectPages("")).ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("@{ RootModule = 'x.psm1' }", "FormatsToProcess")]
    [InlineData("'text'", "no hashtable")]
    [InlineData("@{ RootModule = ", "cannot be read")]
    public void A_source_that_lacks_something_is_named(string source, string named) =>
        Assert.Contains(
            named,
            Assert.Throws<InvalidDataException>(() => ShippedManifest.Write(source, [], "", new ProjectPages(""))).Message,
            StringComparison.Ordinal);
}
