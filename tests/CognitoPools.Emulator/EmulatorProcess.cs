using System.Diagnostics;
using System.Text.Json;
using CognitoPools.Emulator.Control;

namespace CognitoPools.Emulator;

/// <summary>An emulator in a separate process. It ends with this object, or with the process that started it.</summary>
public sealed class EmulatorProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly SemaphoreSlim turn = new(1);
    private bool ended;

    private EmulatorProcess(Process process, JsonElement ready)
    {
        this.process = process;
        Url = ready.GetProperty("url").GetString()!;
        AccessKey = ready.GetProperty("accessKey").GetString()!;
        SecretKey = ready.GetProperty("secretKey").GetString()!;
    }

    /// <summary>The endpoint of all three services.</summary>
    public string Url { get; }

    /// <summary>The id of the access key that it accepts.</summary>
    public string AccessKey { get; }

    /// <summary>The secret of that key.</summary>
    public string SecretKey { get; }

    /// <summary>Starts an emulator.</summary>
    /// <param name="arguments">Its command line.</param>
    /// <exception cref="InvalidOperationException">It did not start. The message is the emulator's.</exception>
    /// <exception cref="TimeoutException">It was not ready within 30 seconds.</exception>
    public static async Task<EmulatorProcess> StartAsync(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "CognitoPools.Emulator.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        try
        {
            var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience)
                ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
            // Its later messages are not read, and a full pipe would block it.
            _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
            return new EmulatorProcess(process, JsonSerializer.Deserialize<JsonElement>(line));
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>Sends a control line.</summary>
    /// <param name="line">An object that is converted to JSON, such as <c>new { calls = "count" }</c>.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidOperationException">The emulator refused the line, or has ended.</exception>
    public async Task<JsonElement> TellAsync(object line)
    {
        await turn.WaitAsync();
        try
        {
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(line, Controller.Options));
            await process.StandardInput.FlushAsync();
            var answer = JsonSerializer.Deserialize<JsonElement>(await process.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException("The emulator has ended."));
            return answer.TryGetProperty("error", out var error)
                ? throw new InvalidOperationException(error.GetString())
                : answer;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Creates a pool with guests and users of Google, mixed in the listing.</summary>
    /// <param name="guests">The number of guests.</param>
    /// <param name="authenticated">The number of users.</param>
    /// <returns>The pool's id.</returns>
    public async Task<string> SeedAsync(int guests, int authenticated = 0)
    {
        object[] groups = [new { count = guests }, new { count = authenticated, provider = "accounts.google.com" }];
        var identities = authenticated == 0 ? groups[..1] : guests == 0 ? groups[1..] : groups;
        var answer = await TellAsync(new { seed = new { identities, mixed = authenticated > 0 && guests > 0 } });
        return answer.GetProperty("identityPoolId").GetString()!;
    }

    /// <summary>Counts the guests and users of a pool.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    public async Task<(int Guests, int Authenticated)> CountAsync(string identityPoolId)
    {
        var answer = await TellAsync(new { pool = identityPoolId });
        var guests = answer.GetProperty("guests").GetInt32();
        return (guests, answer.GetProperty("identities").GetInt32() - guests);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (ended)
            return;
        ended = true;
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            process.Kill();
        }

        process.Dispose();
        turn.Dispose();
    }
}
