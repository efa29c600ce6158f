namespace CognitoPools.Binding;

/// <summary>Findings of the audit, and differences from documents, also after Export-Clixml, ConvertTo-Json and Export-Csv.</summary>
internal static class FindingArgument
{
    /// <summary>Whether an object is or was a finding.</summary>
    /// <param name="value">The value from the user.</param>
    public static bool IsFinding(object? value) => OwnObject.TypeOf(value) == nameof(PoolFinding);

    /// <summary>Whether an object is or was a difference.</summary>
    /// <param name="value">The value from the user.</param>
    public static bool IsDifference(object? value) => Unwrapped.Object(value) is not (null or string)
        && (OwnObject.NamedType(value!) == nameof(PoolDocumentDifference)
            || (Has(value!, nameof(PoolDocumentDifference.Path)) && Has(value!, nameof(PoolDocumentDifference.Reference))
                && Has(value!, nameof(PoolDocumentDifference.IdentityPool))));

    /// <summary>The finding that an object is or was.</summary>
    /// <param name="value">The value from the user.</param>
    /// <exception cref="InvalidSettingException">It has lost a required property.</exception>
    public static PoolFinding Finding(object value)
    {
        if (Unwrapped.Object(value) is PoolFinding own)
            return own;
        return new PoolFinding
        {
            Id = Text(value, nameof(PoolFinding.Id)) ?? throw Lost(nameof(PoolFinding.Id)),
            Severity = Choice<PoolFindingSeverity>(value, nameof(PoolFinding.Severity)) ?? throw Lost(nameof(PoolFinding.Severity)),
            Status = Choice<PoolFindingStatus>(value, nameof(PoolFinding.Status)) ?? PoolFindingStatus.Found,
            IdentityPoolId = Text(value, nameof(PoolFinding.IdentityPoolId)),
            Pool = Text(value, nameof(PoolFinding.Pool)),
            Target = Text(value, nameof(PoolFinding.Target)) ?? "",
            Evidence = Text(value, nameof(PoolFinding.Evidence)) ?? "",
            Why = Text(value, nameof(PoolFinding.Why)) ?? "",
            Remedy = Text(value, nameof(PoolFinding.Remedy)) ?? "",
            Reference = Text(value, nameof(PoolFinding.Reference)) ?? "",
            Suppression = Text(value, nameof(PoolFinding.Suppression)),
        };
    }

    /// <summary>The difference that an object is or was.</summary>
    /// <param name="value">The value from the user.</param>
    /// <exception cref="InvalidSettingException">It is something else.</exception>
    public static PoolDocumentDifference Difference(object? value)
    {
        if (Unwrapped.Object(value) is PoolDocumentDifference own)
            return own;
        if (!IsDifference(value))
        {
            throw new InvalidSettingException(
                "Difference", value, "is not a difference.", "Specify the output of Compare-CognitoIdentityPool.");
        }
        return new PoolDocumentDifference
        {
            IdentityPool = Text(value!, nameof(PoolDocumentDifference.IdentityPool)) ?? "",
            Path = Text(value!, nameof(PoolDocumentDifference.Path)) ?? "",
            Expected = Text(value!, nameof(PoolDocumentDifference.Expected)),
            Actual = Text(value!, nameof(PoolDocumentDifference.Actual)),
            Reference = Text(value!, nameof(PoolDocumentDifference.Reference)) ?? "",
            Source = Text(value!, nameof(PoolDocumentDifference.Source)) ?? "",
        };
    }

    private static bool Has(object value, string name) => Unwrapped.PropertyValue(value, name) is not null;

    // CSV writes an empty text for null.
    private static string? Text(object value, string name) => Unwrapped.Property(value, name) is { Length: > 0 } text ? text : null;

    private static T? Choice<T>(object value, string name)
        where T : struct, Enum =>
        Enum.TryParse<T>(Unwrapped.Property(value, name), ignoreCase: true, out var member) && Enum.IsDefined(typeof(T), member) ? member : null;

    private static InvalidSettingException Lost(string name) => new(
        "Finding", null, $"must contain the property {name} of a finding.",
            "Specify the complete output of Test-CognitoIdentityPool.");
}
