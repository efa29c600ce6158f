using System.Text.Json;
using CognitoPools.Emulator;

namespace CognitoPools.Wire.Tests;

/// <summary>A test with an emulator of its own.</summary>
public abstract class EmulatorTest : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    internal EmulatorProcess Emulator { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync() => Emulator = await EmulatorProcess.StartAsync();

    /// <inheritdoc/>
    public async Task DisposeAsync() => await Emulator.DisposeAsync();

    internal Task FaultAsync(string operation, string kind, int times = 1, int atCall = 1, bool afterApply = false) =>
        Emulator.TellAsync(new { fault = new { operation, kind, times, atCall, afterApply } });

    /// <summary>The calls that arrived of an operation; one that hangs has no status.</summary>
    internal async Task<IReadOnlyList<JsonElement>> CallsAsync(string operation)
    {
        var answer = await Emulator.TellAsync(new { calls = "get" });
        return [
            .. answer.GetProperty("calls").EnumerateArray().Where(call => call.GetProperty("operation").GetString() == operation),
        ];
    }

    /// <summary>Waits until a call of the operation hangs and those before it are answered.</summary>
    internal async Task HangingAsync(string operation, int answered = 0)
    {
        using var limit = new CancellationTokenSource(Patience);
        for (var hangs = false; !hangs; await Task.Delay(10, limit.Token))
        {
            var calls = (await CallsAsync(operation)).ToLookup(
                call => call.GetProperty("statusCode").ValueKind == JsonValueKind.Null);
            hangs = calls[true].Any() && calls[false].Count() == answered;
        }
    }
}
