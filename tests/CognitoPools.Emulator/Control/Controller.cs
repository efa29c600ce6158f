using System.Text.Json;
using System.Text.Json.Serialization;
using CognitoPools.Sandbox;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Emulator.Control;

/// <summary>Runs the lines of the emulator's input and answers each with one line.</summary>
/// <param name="account">The account.</param>
/// <param name="counter">The counter of calls over the socket.</param>
/// <param name="defaultRegion">The default Region of a new pool.</param>
internal sealed class Controller(SandboxAccount account, CallCounter counter, string defaultRegion)
{
    private readonly Seeder seeder = new(account, defaultRegion);

    /// <summary>The JSON options of lines. An unknown member is an error, because a misspelled one would have no effect.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Runs a line.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The answer, or an object with the member <c>error</c>.</returns>
    public async Task<string> AnswerAsync(string line)
    {
        object answer;
        try
        {
            answer = await DoAsync(JsonSerializer.Deserialize<ControlLine>(line, Options) ?? new ControlLine());
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or OverflowException or ServiceError)
        {
            answer = new { Error = exception.Message };
        }

        return JsonSerializer.Serialize(answer, Options);
    }

    private async Task<object> DoAsync(ControlLine line) => line switch
    {
        { Seed: { } order } => CountOf(await seeder.SeedAsync(order)),
        { Settings: { } order } => Set(order),
        { Fault: { } fault } => Add(fault),
        { Faults: "clear" } => ClearFaults(),
        { Calls: "get" } => new { account.Calls },
        { Calls: "count" } => new { Counts = counter.Snapshot() },
        { Calls: "clear" } => ClearCalls(),
        { Pool: { } id } => CountOf(id),
        { AdvanceClock: { } span } => Advance(span),
        _ =>
            throw new ArgumentException(
                """A line must be one of {"seed":{}}, {"settings":{}}, {"fault":{}}, """
                    + """{"faults":"clear"}, {"calls":"get"}, {"calls":"count"}, {"calls":"clear"}, {"pool":"id"} or {"advanceClock":"00:10:00"}."""),
    };

    private object CountOf(string poolId)
    {
        var region = account.State.Pools.In(poolId.Split(':')[0]);
        lock (region.Gate)
        {
            var identities = region.Get(poolId).Identities;
            var (count, guests) = (0, 0);
            for (var position = 0; position >= 0;)
            {
                var (page, next) = identities.Page(position, 10_000);
                count += page.Count;
                guests += page.Count(identity => identity.Logins.Count == 0);
                position = next;
            }

            return new { IdentityPoolId = poolId, Identities = count, Guests = guests };
        }
    }

    private object Set(SettingsOrder order)
    {
        var settings = account.Settings;
        if (order.LatencyMs is { } latency)
            settings.Latency = TimeSpan.FromMilliseconds(latency);
        if (order.IamDelayMs is { } delay)
            settings.IamDelay = TimeSpan.FromMilliseconds(delay);
        if (order.RequestRates is { } rates)
            settings.RequestRates = rates;
        return new SettingsOrder
        {
            LatencyMs = settings.Latency.TotalMilliseconds,
            IamDelayMs = settings.IamDelay.TotalMilliseconds,
            RequestRates = settings.RequestRates,
        };
    }

    private object Add(SandboxFault fault)
    {
        account.Settings.AddFault(fault);
        return new { account.Settings.Faults };
    }

    private object ClearFaults()
    {
        account.Settings.ClearFaults();
        return new { account.Settings.Faults };
    }

    private object ClearCalls()
    {
        account.ClearCalls();
        counter.Clear();
        return new { account.Calls };
    }

    private object Advance(TimeSpan span)
    {
        account.Clock.Advance(span);
        return new { Time = account.Clock.GetUtcNow() };
    }
}
