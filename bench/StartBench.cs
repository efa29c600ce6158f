using System.Diagnostics;
using System.Text.Json;
using CognitoPools.Emulator;
using PoolShell;

namespace CognitoPools.Bench;

/// <summary>How soon the module answers, beside the AWS CLI.</summary>
internal static class StartBench
{
    public const string Import = "Import-Module in a started shell";
    public const string FirstModule = "Import-Module in pwsh -Command, where no module was imported before";
    public const string Floor = "of that, what an empty script module with a manifest takes there";
    public const string First = "first answer after it (Get-CognitoIdentityPool, one pool)";
    public const string Second = "second answer";
    public const string AwsCli = "aws cognito-identity list-identity-pools, the whole process";

    // pwsh does not know where this repository builds its module.
    private static readonly string Manifest = Path.Combine(BuiltModules.Folders().First(), "CognitoPools", "CognitoPools.psd1");
    private static readonly string Script = $"Import-Module '{Manifest}'; Get-CognitoIdentityPool | Out-Null";

    // A prompt of pwsh has imported PSReadLine, and with it whatever the engine does only for its first module: https://github.com/PowerShell/PowerShell/blob/master/src/Microsoft.PowerShell.ConsoleHost/host/msh/ConsoleHost.cs
    private static readonly string AtPrompt = Tools.HasPwsh ? "Import-Module PSReadLine; " : "";

    // What the script itself needs is compiled before it counts.
    private const string Warm = "$ErrorActionPreference = 'Stop'; $watch = [System.Diagnostics.Stopwatch]::StartNew(); $null = $watch.Elapsed.TotalMilliseconds.ToString('R', [cultureinfo]::InvariantCulture); Get-Module | Out-Null; ";

    /// <summary>The shell that imports and asks: pwsh where it is installed.</summary>
    public static string Shell => Tools.HasPwsh ? "pwsh" : "PoolShell (pwsh is not installed)";

    /// <summary>What of the whole process is the shell's own.</summary>
    public static string Bare => Tools.HasPwsh ? "of that, pwsh -c exit" : "of that, PoolShell -Command exit";

    /// <summary>The whole process that stands against the AWS CLI's: pwsh's where it is installed.</summary>
    public static string WholeProcess => Tools.HasPwsh ? "pwsh -c: import and answer, the whole process" : "PoolShell -Command: import and answer, the whole process (pwsh is not installed)";

    public static async Task<IReadOnlyList<StartResult>> RunAsync(MeasuredShell shell, int runs, Action<string> say)
    {
        await using var emulator = await Service.StartAsync();
        await emulator.SeedAsync(guests: 1);
        var empty = EmptyModule();
        List<double> import = [], firstModule = [], floor = [], first = [], second = [], whole = [], bare = [], cli = [];
        for (var run = 1; run <= runs; run++)
        {
            var times = await SecondAsync(() => StartedAsync(shell, emulator, Warm + AtPrompt + $$"""
                $watch.Restart(); Import-Module '{{Manifest}}'; $import = $watch.Elapsed.TotalMilliseconds
                $watch.Restart(); Get-CognitoIdentityPool | Out-Null; $first = $watch.Elapsed.TotalMilliseconds
                $watch.Restart(); Get-CognitoIdentityPool | Out-Null; $second = $watch.Elapsed.TotalMilliseconds
                '{' + ((@(@('import', $import), @('first', $first), @('second', $second)) | ForEach-Object { '"' + $_[0] + '":' + $_[1].ToString('R', [cultureinfo]::InvariantCulture) }) -join ',') + '}'
                """));
            if (Tools.HasPwsh)
            {
                firstModule.Add(await ImportAsync(Manifest));
                floor.Add(await ImportAsync(empty));
            }

            import.Add(times.GetProperty("import").GetDouble());
            first.Add(times.GetProperty("first").GetDouble());
            second.Add(times.GetProperty("second").GetDouble());
            whole.Add(await SecondAsync(() => ProcessAsync(shell, emulator, Script)));
            bare.Add(await SecondAsync(() => ProcessAsync(shell, emulator, "exit")));
            if (Tools.HasAwsCli) cli.Add(await SecondAsync(() => WholeAsync(emulator, "aws", ["cognito-identity", "list-identity-pools", "--max-results", "60", "--endpoint-url", emulator.Url])));
            say($"start, run {run} of {runs}: import {import[^1]:0} ms, first answer {first[^1]:0} ms");
        }

        return
        [
            new StartResult { What = Import, Milliseconds = import },
            new StartResult { What = FirstModule, Milliseconds = firstModule, Skipped = Tools.HasPwsh ? null : "pwsh is not installed" },
            new StartResult { What = Floor, Milliseconds = floor, Skipped = Tools.HasPwsh ? null : "pwsh is not installed" },
            new StartResult { What = First, Milliseconds = first },
            new StartResult { What = Second, Milliseconds = second },
            new StartResult { What = WholeProcess, Milliseconds = whole },
            new StartResult { What = Bare, Milliseconds = bare },
            new StartResult { What = AwsCli, Milliseconds = cli, Skipped = Tools.HasAwsCli ? null : "the AWS CLI is not installed" },
        ];

        async Task<double> ImportAsync(string manifest) => (await SecondAsync(() => StartedAsync(
            shell, emulator, Warm + $"$watch.Restart(); Import-Module '{manifest}'; '{{\"import\":' + $watch.Elapsed.TotalMilliseconds.ToString('R', [cultureinfo]::InvariantCulture) + '}}'"))).GetProperty("import").GetDouble();
    }

    // The first start after other programs reads its files from the disk, which is the disk's number and nobody else's.
    private static async Task<T> SecondAsync<T>(Func<Task<T>> measure)
    {
        await measure();
        return await measure();
    }

    private static Task<JsonElement> StartedAsync(MeasuredShell shell, EmulatorProcess emulator, string script) => Tools.HasPwsh
        ? ChildProgram.RunAsync(emulator, "pwsh", ["-NoProfile", "-Command", script])
        : ChildProgram.ShellAsync(shell, emulator, script);

    private static string EmptyModule()
    {
        var manifest = Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "Empty")).FullName, "Empty.psd1");
        File.WriteAllText(manifest, "@{ RootModule = 'Empty.psm1'; ModuleVersion = '1.0.0' }");
        File.WriteAllText(Path.ChangeExtension(manifest, ".psm1"), "");
        return manifest;
    }

    private static Task<double> ProcessAsync(MeasuredShell shell, EmulatorProcess emulator, string script) => Tools.HasPwsh
        ? WholeAsync(emulator, "pwsh", ["-NoProfile", "-Command", script])
        : WholeAsync(emulator, "dotnet", [shell.Path, "-Command", script]);

    private static async Task<double> WholeAsync(EmulatorProcess emulator, string program, IEnumerable<string> arguments)
    {
        var watch = Stopwatch.StartNew();
        await ChildProgram.OutputAsync(emulator, program, arguments);
        return watch.Elapsed.TotalMilliseconds;
    }
}
