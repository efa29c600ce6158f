using System.Diagnostics;
using System.Reflection;

namespace PoolShell;

/// <summary>PowerShell from NuGet with the modules of this repository's build.</summary>
public static class Pwsh
{
    /// <summary>Gets the version of PowerShell.</summary>
    public static string Version { get; } = Metadata("Version");

    /// <summary>Gets the path of the shell's assembly for <c>dotnet</c>.</summary>
    public static string Assembly { get; } = Metadata("Pwsh");

    /// <summary>Gets the folder of the modules that the build assembles.</summary>
    public static string Modules { get; } = Metadata("Modules");

    // PowerShell adds the user's module folder at the start, unless the variable already contains it.
    private static string UserModules => OperatingSystem.IsWindows()
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.MyDocuments), "PowerShell", "Modules")
        : Path.Combine(UserData, "powershell", "Modules");

    private static string UserData => Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share");

    /// <summary>Creates the start information of the shell: without a profile, and with the built modules before any
    /// other.</summary>
    /// <param name="arguments">The arguments of pwsh.</param>
    /// <param name="assembly">The shell to start instead of <see cref="Assembly"/>.</param>
    public static ProcessStartInfo StartInfo(IEnumerable<string> arguments, string? assembly = null)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";
        var start = new ProcessStartInfo(dotnet, [assembly ?? Assembly, "-NoProfile", .. arguments]);
        string?[] folders = [Modules, UserModules, Environment.GetEnvironmentVariable("PSModulePath")];
        start.Environment[
            "PSModulePath"] = string.Join(Path.PathSeparator, folders.Where(folder => !string.IsNullOrEmpty(folder)));
        return start;
    }

    private static string Metadata(string key) =>
        typeof(Pwsh).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;
}
