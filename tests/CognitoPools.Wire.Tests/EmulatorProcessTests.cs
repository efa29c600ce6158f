using System.Diagnostics;
using System.Text.Json;

namespace CognitoPools.Wire.Tests;

/// <summary>The emulator as a program.</summary>
public class EmulatorProcessTests
{
    [Fact]
    public async Task Says_its_port_and_what_it_did_and_ends_with_its_input_even_when_a_call_hangs()
    {
        using var process = Start(
            "--do", """{"fault":{"operation":"GetId","kind":"Hang"}}""",
            "--do", """{"seed":{"identities":[{"count":3}]}}""");
        var ready = JsonSerializer.Deserialize<JsonElement>((await process.StandardOutput.ReadLineAsync())!);
        var seeded = ready.GetProperty("answers")[1];
        Assert.Equal(3, seeded.GetProperty("guests").GetInt32());
        Assert.Equal($"http://127.0.0.1:{ready.GetProperty("port").GetInt32()}", ready.GetProperty("url").GetString());

        using var http = new HttpClient();
        var hanging = http.SendAsync(new HttpRequestMessage(HttpMethod.Post, ready.GetProperty("url").GetString())
        {
            Headers = { { "X-Amz-Target", "AWSCognitoIdentityService.GetId" } },
            Content = new StringContent($$"""{"IdentityPoolId":"{{seeded.GetProperty("identityPoolId").GetString()}}"}"""),
        });
        for (var arrived = false; !arrived;)
        {
            await process.StandardInput.WriteLineAsync("""{"calls":"get"}""");
            arrived = JsonSerializer.Deserialize<JsonElement>((await process.StandardOutput.ReadLineAsync())!)
                .GetProperty("calls")
                .GetArrayLength() > 0;
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(0, process.ExitCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => hanging);
    }

    [Theory]
    [InlineData("'--prot' is not an option.", "--prot", "1")]
    [InlineData("--port requires a value.", "--port")]
    [InlineData("--port must be a number from 0 to 65535; got 'eighty'.", "--port", "eighty")]
    [InlineData("--clock-offset must be a time such as 00:20:00; got 'soon'", "--clock-offset", "soon")]
    [InlineData("--regions must contain names of Regions, such as us-east-1; got 'mars'", "--regions", "us-east-1,mars")]
    public async Task A_wrong_command_line_ends_it(string message, params string[] arguments)
    {
        using var process = Start(arguments);
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(64, process.ExitCode);
        Assert.StartsWith(message, error, StringComparison.Ordinal);
        Assert.Contains("usage:", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense", "is an invalid JSON literal")]
    [InlineData("{}", "A line must be one of")]
    [InlineData("""{"sede":{}}""", "'sede'")]
    [InlineData("""{"settings":{"latency":20}}""", "'latency'")]
    [InlineData("""{"settings":{"latencyMs":-1}}""", "must be from zero to")]
    [InlineData("""{"settings":{"requestRates":{"ListIdentities":0}}}""", "must be from 0.001 to 1000000")]
    [InlineData("""{"fault":{"operation":"GetId","kind":"Hnag"}}""", "kind")]
    [InlineData("""{"fault":{"operation":"","kind":"Hang"}}""", "requires the name of an operation")]
    [InlineData("""{"pool":"us-east-1:nowhere"}""", "not found")]
    [InlineData("""{"seed":{"identityPoolId":"us-east-1:nowhere","identities":[{"count":1}]}}""", "no identity pool")]
    [InlineData("""{"seed":{"name":"a/b"}}""", "'identityPoolName'")]
    [InlineData("""{"seed":{"identities":[{"count":0}]}}""", "must be at least 1")]
    public async Task A_line_that_cannot_be_done_is_answered_with_the_reason_and_the_next_one_is_read(string line, string reason)
    {
        using var process = Start();
        await process.StandardOutput.ReadLineAsync();
        await process.StandardInput.WriteLineAsync(line);
        await process.StandardInput.WriteLineAsync("""{"calls":"count"}""");
        var answer = JsonSerializer.Deserialize<JsonElement>((await process.StandardOutput.ReadLineAsync())!);
        Assert.Contains(reason, answer.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("""{"counts":{}}""", await process.StandardOutput.ReadLineAsync());
        process.StandardInput.Close();
        await process.WaitForExitAsync();
    }

    private static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CognitoPools.Emulator.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
