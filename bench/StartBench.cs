using System.Diagnostics;
using CognitoPools.Emulator;

namespace CognitoPools.Bench;

/// <summary>Measures how fast the module starts and answers, compared with the AWS CLI.</summary>
internal static class StartBench
{
    public const string Import = "Import-Module in a started shell";
    public const string FirstModule = "Import-Module in pwsh -Command, as the first module";
    public const string Floor = "of that, an empty script module with a manifest";
    public const string First = "first answer after the import (Get-CognitoIdentityPool, one pool)";
    public const string Second = "second answer";
    public const string AwsCli = "aws cognito-identity list-identity-pools, the whole process";

    public const string WholeProcess = "pwsh -c: import and first answer, the whole process";
    public const string Bare = "of that, pwsh -c exit";

    // Imported by its path, as in a profile: searching the module folders is not the module's time.
    private static readonly string Script = $"Import-Module '{Folders.Manifest}'; Get-CognitoIdentityPool | Out-Null";

    // Compiles the code that the script itself uses before the measurement.
    private const string Warm = "$ErrorActionPreference = 'Stop'; $watch = [System.Diagnostics.Stopwatch]::StartNew(); "
        + "$null = $watch.Elapsed.TotalMilliseconds.ToString('R', [cultureinfo]::InvariantCulture); Get-Module | Out-Null; ";

    // A prompt has already imported PSReadLine, and the engine has done its work for a first module:
    // https://github.com/PowerShell/PowerShell/blob/master/src/Microsoft.PowerShell.ConsoleHost/host/msh/ConsoleHost.cs
    private const string AtPrompt = "Import-Module PSReadLine; ";

    public static async Task<IReadOnlyList<StartResult>> RunAsync(MeasuredShell shell, int runs, Action<string> say)
    {
        await using var emulator = await Service.StartAsync();
        await emulator.SeedAsync(guests: 1);
        var empty = EmptyModule();
        string[] awsList = ["cognito-identity", "list-identity-pools", "--max-results", "60", "--endpoint-url", emulator.Url];
        List<double> import = [], firstModule = [], floor = [], first = [], second = [], whole = [], bare = [], cli = [];
        for (var run = 1; run <= runs; run++)
        {
            var times = await SecondAsync(() => ChildProgram.ShellAsync(shell, emulator, Warm + AtPrompt + $$"""
                $watch.Restart(); Import-Module '{{Folders.Manifest}}'; $import = $watch.Elapsed.TotalMilliseconds
                $watch.Restart(); Get-CognitoIdentityPool | Out-Null; $first = $watch.Elapsed.TotalMilliseconds
                $watch.Restart(); Get-CognitoIdentityPool | Out-Null; $second = $watch.Elapsed.TotalMilliseconds
                $pairs = @('import', $import), @('first', $first), @('second', $second) | ForEach-Object {
                    '"' + $_[0] + '":' + $_[1].ToString('R', [cultureinfo]::InvariantCulture) }
                '{' + ($pairs -join ',') + '}'
                """));
            firstModule.Add(await ImportAsync(Folders.Manifest));
            floor.Add(await ImportAsync(empty));
            import.Add(times.GetProperty("import").GetDouble());
            first.Add(times.GetProperty("first").GetDouble());
            second.Add(times.GetProperty("second").GetDouble());
            whole.Add(await SecondAsync(() => WholeAsync(emulator, shell.StartInfo(Script))));
            bare.Add(await SecondAsync(() => WholeAsync(emulator, shell.StartInfo("exit"))));
            if (Tools.HasAwsCli)
                cli.Add(await SecondAsync(() => WholeAsync(emulator, new ProcessStartInfo("aws", awsList))));
            say($"start, run {run} of {runs}: import {import[^1]:0} ms, first answer {first[^1]:0} ms");
        }

        return
        [
            new StartResult { What = Import, Milliseconds = import },
            new StartResult { What = FirstModule, Milliseconds = firstModule },
            new StartResult { What = Floor, Milliseconds = floor },
            new StartResult { What = First, Milliseconds = first },
            new StartResult { What = Second, Milliseconds = second },
            new StartResult { What = WholeProcess, Milliseconds = whole },
            new StartResult { What = Bare, Milliseconds = bare },
            new StartResult
            {
                What = AwsCli,
                Milliseconds = cli,
                Skipped = Tools.HasAwsCli ? null : "the AWS CLI is not installed",
            },
        ];

        async Task<double> ImportAsync(string manifest) => (await SecondAsync(() => ChildProgram.ShellAsync(
            shell,
            emulator,
            Warm
                + $"$watch.Restart(); Import-Module '{manifest}'; '{{\"import\":' + "
                + $"$watch.Elapsed.TotalMilliseconds.ToString('R', [cultureinfo]::InvariantCulture) + '}}'")))
                .GetProperty("import")
                .GetDouble();
    }

    // The first start after other programs reads its files from the disk, which would measure the disk.
    private static async Task<T> SecondAsync<T>(Func<Task<T>> measure)
    {
        await measure();
        return await measure();
    }

    private static string EmptyModule()
    {
        var manifest = Path.Combine(
            Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "Empty")).FullName, "Empty.psd1");
        File.WriteAllText(manifest, "@{ RootModule = 'Empty.psm1'; ModuleVersion = '1.0.0' }");
        File.WriteAllText(Path.ChangeExtension(manifest, ".psm1"), "");
        return manifest;
    }

    private static async Task<double> WholeAsync(EmulatorProcess emulator, ProcessStartInfo start)
    {
        var watch = Stopwatch.StartNew();
        await ChildProgram.OutputAsync(emulator, start);
        return watch.Elapsed.TotalMilliseconds;
    }
}
