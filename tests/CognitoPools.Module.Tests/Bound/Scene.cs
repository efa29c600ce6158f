namespace CognitoPools.Module.Tests.Bound;

/// <summary>A valid call of a cmdlet, and a value for each parameter that can be added to it.</summary>
/// <param name="Name">The cmdlet, and what the scene is about where it has several.</param>
/// <param name="Call">The call with the least parameters, all of them named.</param>
/// <param name="Values">What binds each further parameter.</param>
internal sealed record Scene(string Name, string Call, params string[] Values)
{
    /// <summary>What is there in every scene, unless the scene needs less.</summary>
    public string Stage { get; init; } = Scenes.Stage;

    /// <summary>What is there before the call, beside the stage.</summary>
    public string Setup { get; init; } = "";

    /// <summary>What shows the effect of a call that sends no request.</summary>
    public string Probe { get; init; } = "";

    public string Cmdlet => Name.Split(' ')[0];

    /// <summary>The name of the parameter that a text binds.</summary>
    public static string ParameterOf(string value) => value.Split(' ')[0].TrimStart('-');

    public override string ToString() => Name;
}
