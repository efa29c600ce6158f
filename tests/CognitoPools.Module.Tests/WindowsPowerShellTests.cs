using System.Management.Automation.Language;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;
using CognitoPools.Module.Tests.Reflection;
using CognitoPools.TestShell;
using PoolShell;

namespace CognitoPools.Module.Tests;

/// <summary>What Windows PowerShell 5.1 needs, as far as it can be told without it: the module never ran there.</summary>
[Collection(nameof(BuiltModule))]
public class WindowsPowerShellTests
{
    // In Windows itself: .NET Framework 4.7.2 and PowerShell's engine.
    private static readonly string[] Given = ["mscorlib", "netstandard", "System.Management.Automation"];

    private static readonly string Bin = Path.Combine(Repository.Module, "bin");

    public static TheoryData<string> Assemblies =>
    [
        .. Directory.EnumerateFiles(Bin, "*.dll").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_reference_is_to_a_shipped_assembly_that_is_new_enough_or_to_what_Windows_has(string file)
    {
        using var image = new PEReader(File.OpenRead(Path.Combine(Bin, file)));
        var metadata = image.GetMetadataReader();
        foreach (var reference in metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle)))
        {
            var name = metadata.GetString(reference.Name);
            var shipped = Path.Combine(Bin, name + ".dll");
            if (File.Exists(shipped))
            {
                Assert.True(
                    AssemblyName.GetAssemblyName(shipped).Version >= reference.Version,
                    $"{file} wants {name} {reference.Version}.");
            }
            else
            {
                Assert.Contains(name, Given);
            }
        }
    }

    [Theory]
    [InlineData("System.IO.Hashing, Version=4.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51", true)]
    [InlineData("System.IO.Hashing", true)]
    [InlineData("System.IO.Hashing, Version=999.0.0.0", false)]
    [InlineData("NoSuchAssembly, Version=1.0.0.0", false)]
    public void The_resolver_answers_for_what_ships_and_is_new_enough(string fullName, bool isFound)
    {
        var find = BuiltModule.Cmdlets.Values.First().ImplementingType.Assembly.GetType(
            "CognitoPools.Loading.ShippedAssemblies", throwOnError: true)!.GetMethod(
            "Find",
            BindingFlags.Static | BindingFlags.NonPublic)!;
        var found = (Assembly?)find.Invoke(null, [fullName]);
        Assert.Equal(isFound ? Path.Combine(Bin, "System.IO.Hashing.dll") : null, found?.Location);
    }

    [Fact]
    public async Task The_cmdlets_work_without_the_private_load_context_too()
    {
        // The script module's branch for Windows PowerShell, line by line.
        var script =
            $"$assembly = [Reflection.Assembly]::LoadFrom('{Path.Combine(Bin, "CognitoPools.dll")}'); $shipped = "
            + $"$assembly.GetType('CognitoPools.Loading.ShippedAssemblies', $true); $shipped::Register(); "
                + "Import-Module -Assembly $assembly; Connect-PoolAccount -Sandbox | Out-Null; "
                + "(New-CognitoIdentityPool shop -GuestAccess).GuestAccess; 'CognitoPools.Loader.ModuleLoadContext' -as [type]";
        var copy = Directory.CreateTempSubdirectory("pwsh");
        try
        {
            using var shell = ChildShell.Start(
                Pwsh.StartInfo(["-NonInteractive", "-Command", script], CopyWithoutShipped(copy.FullName)));
            Assert.Equal((0, "True\n", ""), await ChildShell.EndAsync(shell));
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    // PowerShell 7 brings an older copy of one shipped assembly, which .NET would not pass over; Windows PowerShell has
    // none of them.
    private static string CopyWithoutShipped(string folder)
    {
        var shell = Path.GetDirectoryName(Pwsh.Assembly)!;
        var shipped = Directory.EnumerateFiles(Bin, "*.dll")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(shell, "*", SearchOption.AllDirectories)
            .Where(file => !shipped.Contains(Path.GetFileNameWithoutExtension(file))))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(shell, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        var copy = Path.Combine(folder, Path.GetFileName(Pwsh.Assembly));
        var listing = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(copy, ".deps.json")))!;
        foreach (var part in new[]
        {
            listing["targets"]![(string)listing["runtimeTarget"]!["name"]!]!.AsObject(),
            listing["libraries"]!.AsObject(),
        })
        {
            foreach (var library in part.Select(library => library.Key)
                .Where(name => shipped.Contains(name.Split('/')[0]))
                .ToList())
            {
                part.Remove(library);
            }
        }
        File.WriteAllText(Path.ChangeExtension(copy, ".deps.json"), listing.ToJsonString());
        return copy;
    }

    [Theory]
    [InlineData("5.1.19041.1", false)]
    [InlineData("6.2.7", true)]
    [InlineData("7.3.12", true)]
    [InlineData("7.4.0", false)]
    [InlineData("7.6.9", false)]
    [InlineData("8.0.0", false)]
    public void Engines_between_are_refused_with_what_to_do(string version, bool isRefused)
    {
        var tree = Parser.ParseFile(Path.Combine(Repository.Module, "CognitoPools.Import.ps1"), out _, out var errors);
        Assert.Empty(errors);
        var check = tree.Find(node => node is IfStatementAst, searchNestedScriptBlocks: false)!;
        var refusal = string.Concat(
            BuiltModule.Invoke($"$version = [version] '{version}'; try {{ {check.Extent.Text} }} catch {{ \"$_\" }}"));
        Assert.Equal(isRefused, refusal.Contains($"this is PowerShell {version}. Update PowerShell", StringComparison.Ordinal));
        Assert.Equal(isRefused, refusal.Length > 0);
    }

    [Theory]
    [InlineData("CognitoPools.psd1")]
    [InlineData("CognitoPools.psm1")]
    [InlineData("CognitoPools.Import.ps1")]
    [InlineData("CognitoPools.Format.ps1xml")]
    public void Its_files_say_the_same_in_the_code_page_that_Windows_PowerShell_reads_them_in(string file) =>
        Assert.All(File.ReadAllBytes(Path.Combine(Repository.Module, file)), value => Assert.InRange(value, 1, 127));
}
