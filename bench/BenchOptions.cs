using System.Globalization;

namespace CognitoPools.Bench;

/// <summary>What the command line says.</summary>
internal sealed record BenchOptions
{
    public const string Usage = """
        usage: dotnet run -c Release --project bench -- [--quick] [--only quotas,unlimited,fleet,memory,start] [--runs n] [--save]

        --quick   a tenth of the identities and pools and no million: to see whether it runs, not for numbers
        --only    some of the five parts
        --runs    how often each measurement of ours is repeated; 3 by default. Tools that are minutes slower run once.
        --save    writes bench/results.json and the tables of bench/README.md; parts left out with --only stay as they were measured on the same day and machine
        """;

    private static readonly string[] AllParts = ["quotas", "unlimited", "fleet", "memory", "start"];

    public bool Quick { get; init; }

    public IReadOnlyList<string> Parts { get; init; } = AllParts;

    public int Runs { get; init; } = 3;

    public bool Save { get; init; }

    /// <summary>Reads the command line.</summary>
    /// <param name="arguments">The command line.</param>
    /// <exception cref="ArgumentException">An option is unknown, lacks its value, or the value is not one.</exception>
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
                                : throw new ArgumentException($"--only: there is no part '{part}'.")),
                        ],
                    },
                "--runs" =>
                    options with
                    {
                        Runs = int.TryParse(Value(rest, name), CultureInfo.InvariantCulture, out var runs)
                            && runs is >= 1 and <= 100
                            ? runs
                            : throw new ArgumentException("--runs is a number from 1 to 100."),
                    },
                _ => throw new ArgumentException($"There is no option '{name}'."),
            };
        }

        if (options.Save && options.Quick)
            throw new ArgumentException("--save keeps the numbers of a run of full size: leave --quick out.");
        return options;
    }

    private static string Value(Queue<string> rest, string name) =>
        rest.TryDequeue(out var value) ? value : throw new ArgumentException($"'{name}' stands without a value.");
}
