namespace CognitoPools.Emulator.Signing;

/// <summary>The parts of an Authorization header of Signature Version 4.</summary>
/// <param name="AccessKeyId">The access key of the signature.</param>
/// <param name="Scope">The scope of the signature.</param>
/// <param name="SignedHeaders">The names of the signed headers.</param>
/// <param name="Signature">The signature.</param>
internal sealed record Authorization(
    string AccessKeyId, CredentialScope Scope, IReadOnlyList<string> SignedHeaders, string Signature)
{
    /// <summary>Reads the header.</summary>
    /// <param name="header">Its value.</param>
    /// <param name="fault">The error if the header cannot be read.</param>
    public static Authorization? Parse(string header, out string fault)
    {
        fault = "";
        var space = header.IndexOf(' ', StringComparison.Ordinal);
        var algorithm = space < 0 ? header : header[..space];
        if (algorithm != SignatureV4.Algorithm)
        {
            fault = $"Unsupported AWS 'algorithm': '{algorithm}'.";
            return null;
        }

        var fields = (space < 0 ? "" : header[space..])
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(field => field.Split('=', 2))
                .Where(field => field.Length == 2)
                .GroupBy(field => field[0], StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.First()[1], StringComparer.Ordinal);
        var missing = new[]
        {
            "Credential",
            "SignedHeaders",
            "Signature",
        }.Where(name => !fields.TryGetValue(name, out var value) || value.Length == 0).ToList();
        if (missing.Count > 0)
        {
            fault = string.Join(' ', missing.Select(name => $"Authorization header requires '{name}' parameter."));
            return null;
        }

        var credential = fields["Credential"].Split('/');
        if (credential.Length != 5)
        {
            fault = "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term.";
            return null;
        }

        return new Authorization(
            credential[0], new CredentialScope(credential[1], credential[2], credential[3], credential[4]),
            fields["SignedHeaders"].Split(';'), fields["Signature"]);
    }
}
