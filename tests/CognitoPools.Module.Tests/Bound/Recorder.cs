using System.Text.RegularExpressions;
using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests.Bound;

/// <summary>Runs calls, each in a sandbox of its own, and gives what they wrote and which requests they made.</summary>
internal sealed partial class Recorder : IDisposable
{
    private const string Functions = """
        $ProgressPreference = 'SilentlyContinue'
        $ErrorActionPreference = 'Continue'
        $ConfirmPreference = 'None'

        function Format-Written($item) {
            switch ($item) {
                { $_ -is [Management.Automation.ErrorRecord] } { "error $($_.FullyQualifiedErrorId): $_ $($_.ErrorDetails.Message)"; break }
                { $_ -is [Management.Automation.WarningRecord] } { "warning: $_"; break }
                { $_ -is [Management.Automation.InformationRecord] } { "information: $_"; break }
                { $_ -is [string] -and $_ -match '^ey\S+\.\S*\.\S*$' } {
                    $payload = $_.Split('.')[1].Replace('-', '+').Replace('_', '/')
                    $payload += '=' * ((4 - $payload.Length % 4) % 4)
                    $claims = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($payload)) | ConvertFrom-Json -AsHashtable
                    $claims.exp = $claims.exp - $claims.iat
                    $claims.Remove('iat'); $claims.Remove('auth_time')
                    "token $($_.Split('.')[0]) $(if ($_.EndsWith('.')) { 'unsigned' }) $($claims | ConvertTo-Json -Compress)"
                    break
                }
                { $_ -is [string] } { "text $_"; break }
                { $_.pstypenames -like '*.PoolPlan' } { "plan: $_ $($_.Warnings)"; break }
                default { "$($_ | Select-Object * -ExcludeProperty Calls, Time | ConvertTo-Json -Depth 4 -Compress -WarningAction Ignore)" }
            }
        }

        function Invoke-Scene([string] $stage, [string] $setup, [string] $call, [string] $probe) {
            $sandbox = Connect-PoolAccount -Sandbox -Region us-east-1
            . ([scriptblock]::Create("$stage`n$setup")) *>&1 | Out-Null
            Set-PoolSandbox -ClearCall
            try { & ([scriptblock]::Create($call)) *>&1 | ForEach-Object { Format-Written $_ } }
            catch { "error $($_.FullyQualifiedErrorId): $_ $($_.ErrorDetails.Message)" }
            foreach ($request in (Get-PoolSandbox -Connection $sandbox).Calls) {
                "call $($request.Region) $($request.Operation) $([Uri]::UnescapeDataString($request.Request))"
            }
            $PSDefaultParameterValues.Clear()
            if ($probe) { & ([scriptblock]::Create($probe)) *>&1 | ForEach-Object { "probe $(Format-Written $_)" } }
        }
        """;

    private readonly HostedShell shell = new();
    private readonly Dictionary<(Scene, string), string> known = [];

    public Recorder()
    {
        shell.Invoke("Import-Module CognitoPools");
        shell.Invoke(Functions);
    }

    /// <summary>What came of a scene's call with more parameters, without what differs from run to run.</summary>
    public string Record(Scene scene, params string[] values)
    {
        var call = string.Join(' ', [scene.Call, .. values]);
        return known.TryGetValue((scene, call), out var before) ? before : known[(scene, call)] = Run(scene, call);
    }

    /// <summary>The same without remembering it.</summary>
    public string Run(Scene scene, string call)
    {
        var lines = shell.Invoke(
            $"Invoke-Scene {Quoted(scene.Stage)} {Quoted(scene.Setup)} {Quoted(call)} {Quoted(scene.Probe)}")
            .Select(line => Steady(line.ToString()));
        return string.Join('\n', WithReadsInOrder(lines));
    }

    public void Dispose() => shell.Dispose();

    // Reads run side by side, so the order between two changes is not the same every time.
    private static IEnumerable<string> WithReadsInOrder(IEnumerable<string> lines)
    {
        var reads = new List<string>();
        foreach (var line in lines)
        {
            if (Read().IsMatch(line))
            {
                reads.Add(line);
                continue;
            }
            foreach (var read in reads.Order(StringComparer.Ordinal))
                yield return read;
            reads.Clear();
            yield return line;
        }
        foreach (var read in reads.Order(StringComparer.Ordinal))
            yield return read;
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Steady(string line)
    {
        var text = UuidStart().Replace(Secret().Replace(Uuid().Replace(line, "#"), "*"), "_role-#");
        return Now().Replace(text, "now");
    }

    [GeneratedRegex(@"\Acall \S+ (Get|List|Describe|Lookup)")]
    private static partial Regex Read();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uuid();

    // The scenes' own dates are of 2020.
    [GeneratedRegex(@"20(2[1-9]|[3-9]\d)-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)?")]
    private static partial Regex Now();

    [GeneratedRegex("_(?:guest|authenticated)role-[0-9a-f]{8}")]
    private static partial Regex UuidStart();

    [GeneratedRegex("""ASIA[A-Z0-9]+|(?<="(SecretKey|SessionToken|Token)":")[^"]*|ey[\w-]+\.[\w-]+\.[\w-]*|(?<=; )[\d.]+ s\.""")]
    private static partial Regex Secret();
}
