using System.Diagnostics;
using System.IO.Compression;
using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests.Packaging;

/// <summary>The packages of the built module, made once in a folder of their own.</summary>
public sealed class BuiltPackages : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("packages");

    public BuiltPackages() => Pack(folder.FullName);

    public string Package => Directory.EnumerateFiles(folder.FullName, "*.nupkg").Single();

    public string Zip => Path.Combine(folder.FullName, "CognitoPools.zip");

    /// <summary>Packs what was built, as the target Package does.</summary>
    public static void Pack(string target)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "ModuleBuilder.dll"), "package", Repository.Module, target])
        {
            RedirectStandardOutput = true,
        })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    /// <summary>Unpacks a package as PSResourceGet does: into a folder for the version, without what belongs to the
    /// package alone.</summary>
    public string Install(string modules)
    {
        var target = Path.Combine(modules, "CognitoPools", Path.GetFileNameWithoutExtension(Package)["CognitoPools.".Length..]);
        ZipFile.ExtractToDirectory(Package, target);
        foreach (var file in new[] { "[Content_Types].xml", "CognitoPools.nuspec" })
            File.Delete(Path.Combine(target, file));
        foreach (var part in new[] { "_rels", "package" })
            Directory.Delete(Path.Combine(target, part), recursive: true);
        return target;
    }

    /// <summary>Unpacks the zip as Azure Automation does.</summary>
    public string InstallZip(string modules)
    {
        ZipFile.ExtractToDirectory(Zip, modules);
        return Path.Combine(modules, "CognitoPools");
    }

    public void Dispose() => folder.Delete(recursive: true);
}
