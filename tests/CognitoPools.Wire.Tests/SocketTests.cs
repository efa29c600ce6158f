using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace CognitoPools.Wire.Tests;

/// <summary>What faults look like to whoever reads the socket.</summary>
public class SocketTests : EmulatorTest
{
    [Fact]
    public async Task An_answer_comes_whole()
    {
        var (text, length) = await ReadAsync(null);
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", text, StringComparison.Ordinal);
        Assert.Equal(length, Body(text).Length);
    }

    [Fact]
    public async Task A_truncated_answer_announces_its_length_and_ends_before_it()
    {
        var (text, length) = await ReadAsync("TruncatedBody");
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", text, StringComparison.Ordinal);
        Assert.StartsWith("{\"IdentityId\":", Body(text), StringComparison.Ordinal);
        Assert.Equal(length / 2, Body(text).Length);
    }

    [Fact]
    public async Task A_reset_is_a_reset()
    {
        var failure = await Assert.ThrowsAsync<IOException>(() => ReadAsync("ConnectionReset"));
        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(failure.InnerException).SocketErrorCode);
    }

    [Fact]
    public async Task A_call_that_hangs_is_let_go_when_the_caller_leaves()
    {
        await FaultAsync("GetId", "Hang");
        using (var socket = await SendAsync(await Emulator.SeedAsync(guests: 1)))
        {
            await HangingAsync("GetId");
            Assert.Equal(0, socket.Available);
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(await Emulator.TellAsync(new { calls = "count" })).GetProperty("counts").TryGetProperty("GetId", out _))
            await Task.Delay(10, limit.Token);
    }

    private async Task<(string Text, int Length)> ReadAsync(string? fault)
    {
        var pool = await Emulator.SeedAsync(guests: 1);
        if (fault is not null)
            await FaultAsync("GetId", fault);
        using var socket = await SendAsync(pool);
        using var reader = new StreamReader(socket.GetStream(), Encoding.UTF8);
        var text = await reader.ReadToEndAsync();
        var length = text.Split("\r\n")
            .Single(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal))
            .Split(' ')[1];
        return (text, int.Parse(length, CultureInfo.InvariantCulture));
    }

    private async Task<TcpClient> SendAsync(string pool)
    {
        var url = new Uri(Emulator.Url);
        var body = $$"""{"IdentityPoolId":"{{pool}}"}""";
        var socket = new TcpClient();
        await socket.ConnectAsync(url.Host, url.Port);
        // GetId is public: no signature.
        await socket.GetStream().WriteAsync(Encoding.UTF8.GetBytes(
            $"POST / HTTP/1.1\r\nHost: {url.Authority}\r\nConnection: close\r\nX-Amz-Target: "
                + $"AWSCognitoIdentityService.GetId\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
        return socket;
    }

    private static string Body(string text) => text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
}
