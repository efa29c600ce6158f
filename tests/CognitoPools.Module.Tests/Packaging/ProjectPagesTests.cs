using System.Xml.Linq;
using CognitoPools.Module.Tests.Reflection;
using CognitoPools.TestShell;
using ModuleBuilder;

namespace CognitoPools.Module.Tests.Packaging;

/// <summary>One MSBuild property, ProjectUrl, feeds every public address; without it, none is named.</summary>
[Collection(nameof(BuiltModule))]
public class ProjectPagesTests
{
    private static readonly ProjectPages Public = new("https://github.com/example/pools/");

    private static readonly ProjectPages NotPublic = new("");

    [Fact]
    public void The_manifest_names_project_and_icon_when_there_is_an_address() => Assert.Equal(
        """
        @{
          RootModule = 'x.psm1'
          FormatsToProcess = 'x.ps1xml'
          FileList = @(
            )
          PrivateData = @{ PSData = @{
                    LicenseUri   = 'https://example.com/license'
                    ProjectUri   = 'https://github.com/example/pools'
                    IconUri      = 'https://github.com/example/pools/raw/main/docs/images/icon.png'
                    ReleaseNotes = ''
          } }
        }
        """.ReplaceLineEndings("\n"),
        Manifest(Public));

    [Fact]
    public void The_manifest_names_no_page_without_an_address() =>
        Assert.DoesNotContain("github", Manifest(NotPublic), StringComparison.Ordinal);

    [Fact]
    public void The_online_help_of_a_cmdlet_is_its_own_page()
    {
        var links = Links(Public);
        Assert.Equal("https://github.com/example/pools/blob/main/docs/Get-Thing.md", links[0].Uri);
        Assert.All(links.Skip(1), link => Assert.Equal("", link.Uri));
    }

    [Fact]
    public void A_cmdlet_has_no_online_help_without_an_address_and_opens_no_page_of_somebody_else()
    {
        var links = Links(NotPublic);
        Assert.All(links, link => Assert.Equal("", link.Uri));
        Assert.Equal("AWS: https://docs.aws.amazon.com/x", links[^1].Text);
    }

    [Fact]
    public void Online_help_of_the_built_module_is_what_the_property_says()
    {
        var root = Directory.EnumerateFiles(Repository.Root, "Directory.Build.props")
            .Select(path => XDocument.Load(path).Descendants("ProjectUrl").Single().Value).Single();
        var pages = new ProjectPages(root);
        Assert.All(
            BuiltModule.Invoke("Get-Command -Module CognitoPools -CommandType Cmdlet | ForEach-Object { \"$($_.Name) $($_.HelpUri)\" }"),
            line => Assert.Equal(pages.Help(line.ToString().Split(' ')[0]) ?? "", line.ToString().Split(' ')[1]));
    }

    [Fact]
    public void The_badge_of_the_build_needs_an_address()
    {
        Assert.Contains("(https://github.com/example/pools/actions/workflows/ci.yml)", Badges.Lines("7.6.9", Public), StringComparison.Ordinal);
        Assert.DoesNotContain("actions", Badges.Lines("7.6.9", NotPublic), StringComparison.Ordinal);
    }

    [Fact]
    public void Badges_replace_those_that_are_there_and_nothing_else()
    {
        const string Page = "# T\n\n<!-- badges: renewed by dotnet build tools/ModuleBuilder -t:RenewDocs -->\nold\n<!-- end of badges -->\n\ntext\n";
        Assert.Equal(Page.Replace("old", "new", StringComparison.Ordinal), Badges.Renew(Page, "new"));
        Assert.Contains("end of badges", Assert.Throws<InvalidDataException>(() => Badges.Renew("# T", "new")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("github.com/example/pools")]
    [InlineData("http://github.com/example/pools")]
    public void An_address_without_https_is_refused(string address) =>
        Assert.Contains(address, Assert.Throws<ArgumentException>(() => new ProjectPages(address)).Message, StringComparison.Ordinal);

    private static string Manifest(ProjectPages pages) => ShippedManifest.Write(
        """
        @{
          RootModule = 'src/x.psm1'
          FormatsToProcess = 'src/x.ps1xml'
          FileList = @()
          PrivateData = @{ PSData = @{
                    LicenseUri   = 'https://example.com/license'
                    ReleaseNotes = ''
          } }
        }
        """,
        [], "", pages).ReplaceLineEndings("\n");

    private static IReadOnlyList<(string Text, string Uri)> Links(ProjectPages pages)
    {
        var help = new CmdletHelp(
            "Things", "Get", "Thing", "Gets things.", [], [], [], [], [], [], [],
            [new HelpLink("about_CognitoPools", ""), new HelpLink("AWS", "https://docs.aws.amazon.com/x")]);
        return [
            .. XDocument.Parse(HelpFile.Write([help], pages)).Descendants().Where(node => node.Name.LocalName == "navigationLink")
                .Select(link => (link.Elements().First().Value, link.Elements().Last().Value)),
        ];
    }
}
