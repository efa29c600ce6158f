using System.Diagnostics;
using CognitoPools.Emulator;
using PoolShell;

namespace CognitoPools.Bench;

/// <summary>How soon the module answers, beside the AWS CLI.</summary>
internal static class StartBench
{
    public const string Import = "Import-Module in a started shell";
    public const string First = "first answer after it (Get-CognitoIdentityPool, one pool)";
    public const string Second = "second answer";
    public const string AwsCli = "aws cognito-identity list-identity-pools, the whole process";

    // pwsh does not know where this repository builds its module.
    private static readonly string Script = $"Import-Module '{Path.Combine(BuiltModules.Folders().First(), "CognitoPools", "CognitoPools.psd1")}'; Get-CognitoIdentityPool | Out-Null";

    /// <summary>The whole process that stands against the AWS CLI's: pwsh's where it is installed.</summary>
    public static string WholeProcess => Tools.HasPwsh ? "pwsh -c: import and answer, the whole process" : "PoolShell -Command: import and answer, the whole process (pwsh is not installed)";

    public static async Task<IReadOnlyList<StartResult>> RunAsync(MeasuredShell shell, int runs, Action<string> say)
    {
        await using var emulator = await Service.StartAsync();
        await emulator.SeedAsync(guests: 1);
        List<double> import = [], first = [], second = [], whole = [], cli = [];
        for (var run = 1; run <= runs; run++)
        {
            var times = await ChildProgram.ShellAsync(shell, emulator, """
                $ErrorActionPreference = 'Stop'
                # What the script itself needs is compiled before it counts.
                $watch = [System.Diagnostics.Stopwatch]::StartNew(); $null = $watch.Elapsed.TotalMilliseconds.ToString('R', [cultureinfo]::InvariantCulture); Get-Module | Out-Null
                $watch.Restart(); Import-Module CognitoPools; $import = $watch.Elapsed.TotalMilliseconds
                $watch.Restart(); Get-CognitoIdentityPool | Out-Null; $first = $watch.Elapsed.TotalMilliseconds
                $watch.Restart(); Get-CognitoIdentityPool | Out-Null; $second = $watch.Elapsed.TotalMilliseconds
                '{' + ((@(@('import', $import), @('first', $first), @('second', $second)) | ForEach-Object { '"' + $_[0] + '":' + $_[1].ToString('R', [cultureinfo]::InvariantCulture) }) -join ',') + '}'
                """);
            import.Add(times.GetProperty("import").GetDouble());
            first.Add(times.GetProperty("first").GetDouble());
            second.Add(times.GetProperty("second").GetDouble());
            whole.Add(Tools.HasPwsh
                ? await WholeAsync(emulator, "pwsh", ["-NoProfile", "-Command", Script])
                : await WholeAsync(emulator, "dotnet", [shell.Path, "-Command", Script]));
            if (Tools.HasAwsCli) cli.Add(await WholeAsync(emulator, "aws", ["cognito-identity", "list-identity-pools", "--max-results", "60", "--endpoint-url", emulator.Url]));
            say($"start, run {run} of {runs}: import {import[^1]:0} ms, first answer {first[^1]:0} ms");
        }

        return
        [
            new StartResult { What = Import, Milliseconds = import },
            new StartResult { What = First, Milliseconds = first },
            new StartResult { What = Second, Milliseconds = second },
            new StartResult { What = WholeProcess, Milliseconds = whole },
            new StartResult { What = AwsCli, Milliseconds = cli, Skipped = Tools.HasAwsCli ? null : "the AWS CLI is not installed" },
        ];
    }

    private static async Task<double> WholeAsync(EmulatorProcess emulator, string program, IEnumerable<string> arguments)
    {
        var watch = Stopwatch.StartNew();
        await ChildProgram.OutputAsync(emulator, program, arguments);
        return watch.Elapsed.TotalMilliseconds;
    }
}
