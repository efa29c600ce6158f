using CognitoPools.Bench;
using CognitoPools.Bench.Cleanup;
using CognitoPools.Bench.Fleet;
using CognitoPools.Bench.Report;

BenchOptions options;
try
{
    options = BenchOptions.Parse(args);
}
catch (ArgumentException exception)
{
    Console.Error.WriteLine(exception.Message);
    Console.Error.WriteLine(BenchOptions.Usage);
    return 64;
}

var failed = false;
var shell = MeasuredShell.Build(Say);
var results = new BenchResults
{
    Date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
    Machine = Machine.Read(),
    Shell = shell.Description,
    Quick = options.Quick,
};
var guests = options.Quick ? 2_000 : 20_000;
if (options.Parts.Contains("unlimited"))
{
    var workload = new Workload(guests, guests, HasQuotas: false);
    results = results with
    {
        Unlimited = new CleanupPart(workload, await CleanupBench.RunAsync(shell, workload, options.Runs, options.Runs, Say)),
    };
    if (!options.Quick)
    {
        var million = new Workload(Guests: 500_000, Authenticated: 500_000, HasQuotas: false);
        results = results with
        {
            Million = new CleanupPart(million, await CleanupBench.RunAsync(shell, million, options.Runs, othersRuns: 1, Say)),
        };
    }
}

if (options.Parts.Contains("fleet"))
    results = results with { Fleet = await OrNothing(FleetBench.RunAsync(shell, options.Quick ? 50 : 500, options.Runs, Say)) };

if (options.Parts.Contains("memory"))
{
    results = results with
    {
        Memory = await OrNothing(
            MemoryBench.RunAsync(shell, options.Quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000], Say)),
    };
}
if (options.Parts.Contains("start"))
    results = results with { Start = await OrNothing(StartBench.RunAsync(shell, Math.Max(options.Runs, 5), Say)) };

// This part mostly waits, so that it tolerates a busy machine better than the other parts.
if (options.Parts.Contains("quotas"))
{
    var workload = new Workload(guests, guests, HasQuotas: true);
    results = results with
    {
        Quotas = new CleanupPart(workload, await CleanupBench.RunAsync(shell, workload, options.Runs, othersRuns: 1, Say)),
    };
}

if (options.Save)
    results = ResultFiles.WithEarlierParts(results);
var tables = MarkdownReport.Write(results);
Console.WriteLine(tables);
if (failed)
    return 1;
if (options.Save)
    ResultFiles.Save(results, tables);
return 0;

// After a failure, the results of the other parts are shown but not saved.
async Task<T?> OrNothing<T>(Task<T> part)
    where T : class
{
    try
    {
        return await part;
    }
    catch (InvalidOperationException failure)
    {
        Say(failure.Message);
        failed = true;
        return null;
    }
}

static void Say(string text) => Console.Error.WriteLine(text);
