using System.Globalization;
using CognitoPools.Account;
using CognitoPools.Emulator.Signing;

namespace CognitoPools.Emulator;

/// <summary>The options of the command line.</summary>
internal sealed record EmulatorOptions
{
    /// <summary>The usage text.</summary>
    public const string Usage = """
        usage: CognitoPools.Emulator [--port n] [--regions name,name] [--access-key id --secret-key key [--session-token token]]
                                    [--clock-offset time] [--do json]...

        Serves identity pools, IAM and STS on 127.0.0.1 until its standard input ends. Requests must be signed with the keys.

        --port          The port to listen on, from 0 to 65535. The default, 0, selects a free port.
        --regions       The Regions that exist. New pools are created in the first one. The default is us-east-1.
        --access-key, --secret-key, --session-token
                        The keys to accept. The default keys are the example keys of the AWS documentation.
        --clock-offset  How far the clock that checks signatures is ahead of the machine's clock, such as 00:20:00.
        --do            Runs a line of JSON before the emulator is ready. Can be repeated.

        The emulator writes one line of JSON when it is ready. Then it reads lines of JSON and answers each with one line:

          {"seed":{"name":"shop","identities":[{"count":200},{"count":100,"provider":"accounts.google.com","created":"2024-01-01"}],"mixed":true}}
          {"settings":{"latencyMs":20,"iamDelayMs":0,"requestRates":{"ListIdentities":5,"DeleteIdentities":10}}}
          {"fault":{"operation":"DeleteIdentities","kind":"ConnectionReset","atCall":2,"times":1}}       {"faults":"clear"}
          {"calls":"get"}   {"calls":"count"}   {"calls":"clear"}   {"pool":"us-east-1:..."}   {"advanceClock":"00:10:00"}
        """;

    /// <summary>The port, or 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>The Regions that exist. A new pool is created in the first one by default.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [AwsRegion.SandboxDefault];

    /// <summary>The keys whose signatures are valid.</summary>
    public EmulatorCredentials Credentials { get; init; } = EmulatorCredentials.Default;

    /// <summary>How far the clock that checks signatures is ahead of the machine's clock.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>The control lines to run before the emulator is ready.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Reads the command line.</summary>
    /// <param name="arguments">The command line.</param>
    /// <exception cref="ArgumentException">An option is unknown, has no value, or its value is not valid.</exception>
    public static EmulatorOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new EmulatorOptions();
        for (var index = 0; index < arguments.Count; index += 2)
        {
            var name = arguments[index];
            if (index + 1 == arguments.Count)
                throw new ArgumentException($"{name} requires a value.");
            options = options.With(name, arguments[index + 1]);
        }

        return options;
    }

    private EmulatorOptions With(string name, string value) => name switch
    {
        "--port" =>
            this with
            {
                Port = ushort.TryParse(value, CultureInfo.InvariantCulture, out var port)
                    ? port
                    : throw new ArgumentException($"--port must be a number from 0 to 65535; got '{value}'."),
            },
        "--regions" =>
            this with
            {
                Regions =
                [
                    .. value.Split(',').Select(region => AwsRegion.IsWellFormed(region)
                        ? region
                        : throw new ArgumentException($"--regions must contain names of Regions, such as us-east-1; got '{region}'.")),
                ],
            },
        "--access-key" => this with { Credentials = Credentials with { AccessKeyId = value } },
        "--secret-key" => this with { Credentials = Credentials with { SecretKey = value } },
        "--session-token" => this with { Credentials = Credentials with { SessionToken = value } },
        "--clock-offset" =>
            this with
            {
                ClockOffset = TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var offset)
                    ? offset
                    : throw new ArgumentException($"--clock-offset must be a time such as 00:20:00; got '{value}'."),
            },
        "--do" => this with { Lines = [.. Lines, value] },
        _ => throw new ArgumentException($"'{name}' is not an option."),
    };
}
