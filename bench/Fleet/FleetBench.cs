using System.Globalization;
using System.Text.Json;
using Amazon.CognitoIdentity.Model;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Emulator;
using CognitoPools.Roles;

namespace CognitoPools.Bench.Fleet;

/// <summary>Reads all pools of a Region with each tool, at a latency. Each pool has one provider and two roles.</summary>
internal static class FleetBench
{
    public const string Module = "CognitoPools";
    public const string Threads = "boto3, 8 threads";
    public const string Loop = "boto3, plain loop";
    public const double LatencyMs = 20;

    private const int RolesOfPool = 2;

    /// <param name="shell">The module's shell.</param>
    /// <param name="pools">The number of pools.</param>
    /// <param name="runs">The number of runs of the module and of boto3 with threads.</param>
    /// <param name="say">Writes a message about each run.</param>
    public static async Task<FleetPart> RunAsync(MeasuredShell shell, int pools, int runs, Action<string> say)
    {
        await using var emulator = await Service.StartAsync();
        await SeedAsync(emulator, pools);
        await emulator.TellAsync(new { settings = new { latencyMs = LatencyMs } });
        var missing = Tools.PythonWithBoto3 is null ? "boto3 is not installed" : null;
        FleetResult[] results =
        [
            new FleetResult { Tool = Module },
            new FleetResult { Tool = Threads, Skipped = missing },
            new FleetResult { Tool = Loop, Skipped = missing },
        ];
        // The tools alternate, so that a temporarily busy machine slows all of them. The loop takes a minute and runs once.
        for (var run = 1; run <= runs; run++)
        {
            for (var index = 0; index < results.Length; index++)
            {
                var tool = results[index];
                if (tool.Skipped is not null || tool.Tool == Loop && run > 1)
                    continue;
                var (seconds, calls) = await OnceAsync(shell, emulator, tool.Tool, pools);
                say(string.Create(CultureInfo.InvariantCulture, $"{tool.Tool}, run {run}: {seconds:0.0} s, {calls} calls"));
                results[index] = tool with { Seconds = [.. tool.Seconds, seconds], Calls = calls };
            }
        }
        return new FleetPart(pools, results);
    }

    private static async Task<(double Seconds, long Calls)> OnceAsync(
        MeasuredShell shell, EmulatorProcess emulator, string tool, int pools)
    {
        await emulator.TellAsync(new { calls = "clear" });
        var result = tool == Module
            ? await ChildProgram.ShellAsync(shell, emulator, $$"""
                $ErrorActionPreference = 'Stop'
                Import-Module CognitoPools
                {{ModulePipeline.Connect(emulator, withQuotas: true)}}
                $watch = [System.Diagnostics.Stopwatch]::StartNew()
                $roles = Get-CognitoIdentityPool | Get-PoolRole
                $seconds = $watch.Elapsed.TotalSeconds.ToString('R', [cultureinfo]::InvariantCulture)
                '{"seconds":' + $seconds + ',"roles":' + @($roles | Where-Object Trusted).Count + '}'
                """)
            : await ChildProgram.RunAsync(
                emulator, Tools.PythonWithBoto3!,
                [Path.Combine(AppContext.BaseDirectory, "boto3_fleet.py"), emulator.Url, tool == Loop ? "loop" : "threads"]);
        var read = result.GetProperty("roles").GetInt32();
        if (read != pools * RolesOfPool)
            throw new InvalidOperationException($"{tool} read {read} roles; expected {pools * RolesOfPool}.");
        return (result.GetProperty("seconds").GetDouble(), await CallsAsync(emulator));
    }

    private static async Task<long> CallsAsync(EmulatorProcess emulator)
    {
        JsonElement counts = (await emulator.TellAsync(new { calls = "count" })).GetProperty("counts");
        return counts.EnumerateObject().Sum(operation => operation.Value.EnumerateObject().Sum(outcome => outcome.Value.GetInt64()));
    }

    private static async Task SeedAsync(EmulatorProcess emulator, int pools)
    {
        using var cognito = Service.Client(emulator);
        using var iam = new AmazonIdentityManagementServiceClient(
            new BasicAWSCredentials(emulator.AccessKey, emulator.SecretKey),
            new AmazonIdentityManagementServiceConfig { ServiceURL = emulator.Url, AuthenticationRegion = "us-east-1" });
        var side = new ParallelOptions { MaxDegreeOfParallelism = 4 };
        await Parallel.ForEachAsync(Enumerable.Range(0, pools), side, async (number, token) =>
        {
            var pool = await cognito.CreateIdentityPoolAsync(
                new CreateIdentityPoolRequest
                {
                    IdentityPoolName = $"pool {number.ToString(CultureInfo.InvariantCulture)}",
                    AllowUnauthenticatedIdentities = true,
                    SupportedLoginProviders = new() { ["accounts.google.com"] = "1-a.apps.googleusercontent.com" },
                },
                token);
            var roles = new Dictionary<string, string>();
            foreach (var type in new[] { PoolIdentityType.Authenticated, PoolIdentityType.Guest })
            {
                var role = await iam.CreateRoleAsync(
                    new CreateRoleRequest
                    {
                        RoleName = string.Create(CultureInfo.InvariantCulture, $"{type}{number}"),
                        AssumeRolePolicyDocument =
                            TrustPolicy.ForPool(AwsPartition.Aws, [pool.IdentityPoolId], type).ToJson(indented: false),
                    },
                    token);
                roles[type == PoolIdentityType.Guest ? "unauthenticated" : "authenticated"] = role.Role.Arn;
            }
            await cognito.SetIdentityPoolRolesAsync(
                new SetIdentityPoolRolesRequest { IdentityPoolId = pool.IdentityPoolId, Roles = roles }, token);
        });
    }
}
