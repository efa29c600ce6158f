namespace CognitoPools;

/// <summary>What the report of an audit is written as.</summary>
public enum PoolReportFormat
{
    /// <summary>One page for people, which needs nothing but a browser.</summary>
    Html,

    /// <summary>SARIF 2.1.0 for code scanning.</summary>
    Sarif,

    /// <summary>JSON for programs.</summary>
    Json,

    /// <summary>Markdown for a pull request's comment or the summary of a build.</summary>
    Markdown,
}
