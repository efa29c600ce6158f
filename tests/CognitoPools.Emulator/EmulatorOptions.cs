using System.Globalization;
using CognitoPools.Account;
using CognitoPools.Emulator.Signing;

namespace CognitoPools.Emulator;

/// <summary>What the command line says.</summary>
internal sealed record EmulatorOptions
{
    /// <summary>How the program is called.</summary>
    public const string Usage = """
        usage: CognitoPools.Emulator [--port n] [--regions name,name] [--access-key id --secret-key key [--session-token token]]
                                    [--clock-offset time] [--do json]...

        Serves identity pools, IAM and STS on 127.0.0.1, to whoever signs with the keys, until its standard input ends.
        A signature's age is measured by the machine's clock, or by one that --clock-offset (such as 00:20:00) sets ahead of it.
        Writes one line of JSON when it is ready, and one for each line of JSON that it reads. --do does a line's work before that:

          {"seed":{"name":"shop","identities":[{"count":200},{"count":100,"provider":"accounts.google.com","created":"2024-01-01"}],"mixed":true}}
          {"settings":{"latencyMs":20,"iamDelayMs":0,"requestRates":{"ListIdentities":5,"DeleteIdentities":10}}}
          {"fault":{"operation":"DeleteIdentities","kind":"ConnectionReset","atCall":2,"times":1}}       {"faults":"clear"}
          {"calls":"get"}   {"calls":"count"}   {"calls":"clear"}   {"pool":"us-east-1:..."}   {"advanceClock":"00:10:00"}
        """;

    /// <summary>The port; 0 for one that is free.</summary>
    public int Port { get; init; }

    /// <summary>The Regions that there are; the first is that of pools for which none is named.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [AwsRegion.SandboxDefault];

    /// <summary>Whose signatures are good.</summary>
    public EmulatorCredentials Credentials { get; init; } = EmulatorCredentials.Default;

    /// <summary>How far the clock that signatures are measured by is ahead of the machine's.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>Control lines to do before the emulator is ready.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Reads the command line.</summary>
    /// <param name="arguments">The command line.</param>
    /// <exception cref="ArgumentException">An option is unknown, lacks its value, or the value is not one.</exception>
    public static EmulatorOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new EmulatorOptions();
        for (var index = 0; index < arguments.Count; index += 2)
        {
            var name = arguments[index];
            if (index + 1 == arguments.Count)
                throw new ArgumentException($"'{name}' stands without a value.");
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
                    : throw new ArgumentException($"--port '{value}' is not a number from 0 to 65535."),
            },
        "--regions" =>
            this with
            {
                Regions =
                [
                    .. value.Split(',').Select(region => AwsRegion.IsWellFormed(region)
                        ? region
                        : throw new ArgumentException($"--regions: '{region}' is not the name of a Region, such as us-east-1.")),
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
                    : throw new ArgumentException($"--clock-offset '{value}' is not a time such as 00:20:00."),
            },
        "--do" => this with { Lines = [.. Lines, value] },
        _ => throw new ArgumentException($"There is no option '{name}'."),
    };
}
