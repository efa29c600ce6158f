using Amazon.Runtime;

namespace Amazon.CognitoIdentity;

/// <summary>The values of MappingRuleMatchType.</summary>
public class MappingRuleMatchType : ConstantClass
{
    /// <summary>The value Equals.</summary>
    public new static readonly MappingRuleMatchType Equals = new MappingRuleMatchType("Equals");

    /// <summary>The value Contains.</summary>
    public static readonly MappingRuleMatchType Contains = new MappingRuleMatchType("Contains");

    /// <summary>The value StartsWith.</summary>
    public static readonly MappingRuleMatchType StartsWith = new MappingRuleMatchType("StartsWith");

    /// <summary>The value NotEqual.</summary>
    public static readonly MappingRuleMatchType NotEqual = new MappingRuleMatchType("NotEqual");

    /// <summary>Makes a value, also one that this version does not know.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public MappingRuleMatchType(string value)
        : base(value)
    {
    }

    /// <summary>The known instance of a value, or a new one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static MappingRuleMatchType FindValue(string value) => FindValue<MappingRuleMatchType>(value);

    /// <summary>Text as a value.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static implicit operator MappingRuleMatchType(string value) => FindValue(value);
}
