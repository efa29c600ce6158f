namespace CognitoPools;

/// <summary>How a rule compares a claim with its value.</summary>
public enum RuleOperator
{
    /// <summary>The claim equals the value.</summary>
    Equals,

    /// <summary>The token has the claim, and it does not equal the value.</summary>
    NotEqual,

    /// <summary>The claim starts with the value.</summary>
    StartsWith,

    /// <summary>The claim contains the value.</summary>
    Contains,
}
