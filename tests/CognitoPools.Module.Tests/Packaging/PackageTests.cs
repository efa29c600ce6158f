using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CognitoPools.Module.Tests.Reflection;
using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests.Packaging;

/// <summary>What ships can be installed, and says what it is.</summary>
[Collection(nameof(BuiltModule))]
public sealed partial class PackageTests(BuiltPackages packages) : IClassFixture<BuiltPackages>
{
    private static readonly XNamespace Nuspec = "http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd";

    private static readonly string[] OnlyWithOfficialPackages = ["AWSSDK.CognitoIdentity.dll", "AWSSDK.IdentityManagement.dll"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_package_unpacked_into_an_empty_folder_works_from_there(bool isPackage)
    {
        var empty = Directory.CreateTempSubdirectory("modules");
        try
        {
            var module = isPackage ? packages.Install(empty.FullName) : packages.InstallZip(empty.FullName);
            var script =
                $"Import-Module '{Path.Combine(module, "CognitoPools.psd1")}'; (Get-Module CognitoPools).ModuleBase; "
                + $"@(Get-Command -Module CognitoPools).Count; "
                    + "(Get-Help New-CognitoIdentityPool).Synopsis.Length -gt 20; Connect-PoolAccount -Sandbox | "
                    + "Out-Null; (New-CognitoIdentityPool shop -GuestAccess).Name";
            var (code, output, error) = await ChildShell.RunAsync(script);
            Assert.Equal(("", 0, $"{module}\n{BuiltModule.Cmdlets.Count}\nTrue\nshop\n"), (error, code, output));
        }
        finally
        {
            empty.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_manifest_lists_the_files_that_ship_and_no_other()
    {
        var listed = BuiltModule.Invoke("(Get-Module CognitoPools).FileList")
            .Select(file => Path.GetRelativePath(Repository.Module, file.ToString()).Replace('\\', '/'));
        Assert.Equal(Shipped(), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_package_holds_the_module_its_description_and_nothing_else()
    {
        using var package = ZipFile.OpenRead(packages.Package);
        string[] own =
        [
            "CognitoPools.nuspec",
            "[Content_Types].xml",
            "_rels/.rels",
            "package/services/metadata/core-properties/CognitoPools.psmdcp",
        ];
        Assert.Equal(Shipped().Concat(own).Order(StringComparer.Ordinal), package.Entries.Select(entry => entry.FullName));
        var typed = XDocument.Load(package.GetEntry("[Content_Types].xml")!.Open()).Root!
            .Elements()
            .Select(type => type.Attribute("Extension")!.Value)
            .ToHashSet(StringComparer.Ordinal);
        Assert.All(package.Entries, entry => Assert.Contains(Path.GetExtension(entry.FullName).TrimStart('.'), typed));
    }

    [Fact]
    public void The_zip_for_Azure_Automation_is_one_folder_of_the_modules_name_without_a_version()
    {
        using var zip = ZipFile.OpenRead(packages.Zip);
        Assert.Equal(Shipped().Select(name => "CognitoPools/" + name), zip.Entries.Select(entry => entry.FullName));
        // Azure Automation cannot import a module with a path of more than 140 characters.
        Assert.All(zip.Entries, entry => Assert.InRange(entry.FullName.Length, 1, 90));
    }

    [Fact]
    public void The_packages_description_lets_a_gallery_find_module_editions_and_cmdlets()
    {
        using var package = ZipFile.OpenRead(packages.Package);
        var metadata = XDocument.Load(package.GetEntry("CognitoPools.nuspec")!.Open()).Root!.Element(Nuspec + "metadata")!;
        Assert.All(metadata.Elements(), element => Assert.NotEqual("", element.Value));
        string Value(string name) => metadata.Element(Nuspec + name)!.Value;
        Assert.Equal("CognitoPools", Value("id"));
        Assert.Equal(BuiltModule.Invoke("(Get-Module CognitoPools).Version").Single().ToString(), Value("version"));
        Assert.Equal(BuiltModule.Invoke("(Get-Module CognitoPools).LicenseUri").Single().ToString(), Value("licenseUrl"));
        // Both are missing until the project has an address.
        Assert.Equal(
            BuiltModule.Invoke("\"$((Get-Module CognitoPools).ProjectUri)\"").Single().ToString(),
            metadata.Element(Nuspec + "projectUrl")?.Value ?? "");
        var tags = Value("tags").Split(' ');
        Assert.Contains("PSModule", tags);
        Assert.All(
            BuiltModule.Invoke("(Get-Module CognitoPools).CompatiblePSEditions"),
            edition => Assert.Contains($"PSEdition_{edition}", tags));
        Assert.Equal(
            BuiltModule.Cmdlets.Keys.Order(StringComparer.Ordinal),
            tags.Where(tag => tag.StartsWith("PSCmdlet_", StringComparison.Ordinal))
                .Select(tag => tag["PSCmdlet_".Length..])
                .Order(StringComparer.Ordinal));
        // The PowerShell Gallery takes no more.
        Assert.InRange(Value("tags").Length, 1, 4000);
    }

    [Fact]
    public void The_release_notes_are_the_newest_part_of_the_changelog()
    {
        var notes = BuiltModule.Invoke("(Get-Module CognitoPools).ReleaseNotes").Single().ToString();
        var changes = File.ReadLines(Path.Combine(Repository.Root, "CHANGELOG.md"))
            .SkipWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal));
        Assert.Equal(string.Join('\n', changes).Trim(), notes);
    }

    [Fact]
    public void The_same_module_makes_the_same_bytes()
    {
        var again = Directory.CreateTempSubdirectory("again");
        try
        {
            BuiltPackages.Pack(again.FullName);
            Assert.All(
                [packages.Package, packages.Zip],
                path => Assert.Equal(
                    File.ReadAllBytes(path), File.ReadAllBytes(Path.Combine(again.FullName, Path.GetFileName(path)))));
            using var zip = ZipFile.OpenRead(packages.Zip);
            Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        }
        finally
        {
            again.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_notices_name_each_library_of_others_with_its_licence()
    {
        var notices = File.ReadAllText(Path.Combine(Repository.Module, "THIRD-PARTY-NOTICES.txt"));
        var named = NoticeRow().Matches(notices)
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal);
        var others = Directory.EnumerateFiles(Path.Combine(Repository.Module, "bin"), "*.dll")
            .Select(path => Path.GetFileName(path))
            .Where(name => !name.StartsWith("CognitoPools", StringComparison.Ordinal));
        Assert.Equal(
            others.Union(OnlyWithOfficialPackages).Order(StringComparer.Ordinal),
            named.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            named,
            row => Assert.Equal(row.Key.StartsWith("AWSSDK.", StringComparison.Ordinal) ? "Apache-2.0" : "MIT", row.Value));
        Assert.Contains("Permission is hereby granted, free of charge", notices, StringComparison.Ordinal);
        Assert.Contains(
            "Apache License", File.ReadAllText(Path.Combine(Repository.Module, "LICENSE.txt")),
            StringComparison.Ordinal);
        Assert.Contains(
            "License notice for", File.ReadAllText(Path.Combine(Repository.Module, "THIRD-PARTY-NOTICES.NET.txt")),
            StringComparison.Ordinal);
    }

    private static IEnumerable<string> Shipped() => Directory.EnumerateFiles(Repository.Module, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Module, path).Replace('\\', '/')).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^  (\S+\.dll) +(\S+)\r?$", RegexOptions.Multiline)]
    private static partial Regex NoticeRow();
}
