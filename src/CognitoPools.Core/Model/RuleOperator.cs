namespace CognitoPools;

/// <summary>How a rule compares a claim with its value.</summary>
public enum RuleOperator
{
    /// <summary>The claim is the value.</summary>
    Equals,

    /// <summary>The claim is there and is not the value.</summary>
    NotEqual,

    /// <summary>The claim starts with the value.</summary>
    StartsWith,

    /// <summary>The claim contains the value.</summary>
    Contains,
}
