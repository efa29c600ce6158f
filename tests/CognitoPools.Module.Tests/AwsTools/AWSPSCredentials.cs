namespace Amazon.PowerShell.Common;

/// <summary>Stands in for the class of AWS.Tools.Common in which Set-AWSCredential keeps credentials: its name, and
/// that nothing of it is public, are what is tested.</summary>
public sealed class AWSPSCredentials
{
    internal AWSPSCredentials(object credentials, string name) => (Credentials, Name) = (credentials, name);

    internal object Credentials { get; }

    internal string Name { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
