using System.Globalization;

namespace CognitoPools.Bench;

/// <summary>The options of the command line.</summary>
internal sealed record BenchOptions
{
    public const string Usage = """
        usage: dotnet run -c Release --project bench -- [--quick] [--only quotas,unlimited,fleet,memory,start] [--runs n] [--save]

        --quick   Measures a tenth of the identities and pools, and not the million. Checks that the program runs; the numbers do not count.
        --only    Measures only these parts. By default, all five parts are measured.
        --runs    Repeats each measurement of the module n times, from 1 to 100. The default is 3. Tools that take minutes run once.
        --save    Writes bench/results.json and the tables of bench/README.md. Parts that --only leaves out keep the numbers of the same
                  day and machine.
        """;

    private static readonly string[] AllParts = ["quotas", "unlimited", "fleet", "memory", "start"];

    public bool Quick { get; init; }

    public IReadOnlyList<string> Parts { get; init; } = AllParts;

    public int Runs { get; init; } = 3;

    public bool Save { get; init; }

    /// <summary>Reads the command line.</summary>
    /// <param name="arguments">The command line.</param>
    /// <exception cref="ArgumentException">An option is unknown, has no value, or its value is not valid.</exception>
    public static BenchOptions Parse(string[] arguments)
    {
        var options = new BenchOptions();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var name))
        {
            options = name switch
            {
                "--quick" => options with { Quick = true },
                "--save" => options with { Save = true },
                "--only" =>
                    options with
                    {
                        Parts =
                        [
                            .. Value(rest, name).Split(',').Select(part => AllParts.Contains(part, StringComparer.Ordinal)
                                ? part
                                : throw new ArgumentException(
                                    $"--only: '{part}' is not a part. Specify one or more of {string.Join(", ", AllParts)}.")),
                        ],
                    },
                "--runs" =>
                    options with
                    {
                        Runs = int.TryParse(Value(rest, name), CultureInfo.InvariantCulture, out var runs)
                            && runs is >= 1 and <= 100
                            ? runs
                            : throw new ArgumentException("--runs must be a number from 1 to 100."),
                    },
                _ => throw new ArgumentException($"'{name}' is not an option."),
            };
        }

        if (options.Save && options.Quick)
            throw new ArgumentException("--save cannot be used with --quick: only the numbers of a full run are saved.");
        return options;
    }

    private static string Value(Queue<string> rest, string name) =>
        rest.TryDequeue(out var value) ? value : throw new ArgumentException($"{name} requires a value.");
}
