using System.Text.Json;
using System.Xml.Linq;
using CognitoPools.Sandbox.Iam;
using CognitoPools.Sandbox.Tokens;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Operations.Iam;

/// <summary>The operations on OpenID Connect and SAML providers. Their lists have no pages.</summary>
internal static class ProviderOperations
{
    public static object ListOpenIdConnect(IamCall call, JsonElement input) => new XElement(
        "OpenIDConnectProviderList",
        call.Store.OpenIdConnectProviders.Keys.Select(arn => new XElement("member", new XElement("Arn", arn))));

    public static object GetOpenIdConnect(IamCall call, JsonElement input)
    {
        var arn = input.Text("OpenIDConnectProviderArn");
        if (!call.Store.OpenIdConnectProviders.TryGetValue(arn, out var provider))
            throw IamCall.NoSuchEntity($"OpenIDConnect Provider not found for arn {arn}");
        return new object[]
        {
            new XElement("Url", provider.Host),
            new XElement("ClientIDList", provider.ClientIds.Select(id => new XElement("member", id))),
            new XElement("ThumbprintList"),
            new XElement("CreateDate", IamXml.Time(provider.CreateDate)),
        };
    }

    public static object ListSaml(IamCall call, JsonElement input) => new XElement(
        "SAMLProviderList",
        call.Store.SamlProviders.Values.Select(provider => new XElement(
            "member",
            new XElement("Arn", provider.Arn),
            new XElement("ValidUntil", IamXml.Time(provider.ValidUntil)),
            new XElement("CreateDate", IamXml.Time(provider.CreateDate)))));

    public static object GetSaml(IamCall call, JsonElement input)
    {
        var arn = input.Text("SAMLProviderArn");
        if (!call.Store.SamlProviders.TryGetValue(arn, out var provider))
            throw IamCall.NoSuchEntity($"Manifest not found for arn {arn}");
        return new object[]
        {
            new XElement("SAMLProviderUUID", provider.Uuid),
            new XElement("SAMLMetadataDocument", Metadata(provider)),
            new XElement("CreateDate", IamXml.Time(provider.CreateDate)),
            new XElement("ValidUntil", IamXml.Time(provider.ValidUntil)),
        };
    }

    /// <summary>Writes a descriptor with the name of the provider. It has no key, because the sandbox checks no
    /// assertions.</summary>
    private static string Metadata(IamSamlProvider provider)
    {
        XNamespace md = "urn:oasis:names:tc:SAML:2.0:metadata";
        return new XElement(
            md + "EntityDescriptor",
            new XAttribute("entityID", ProviderTerms.SamlIssuer(provider.Name)),
            new XAttribute("validUntil", IamXml.Time(provider.ValidUntil)),
            new XElement(
                md + "IDPSSODescriptor",
                new XAttribute("protocolSupportEnumeration", "urn:oasis:names:tc:SAML:2.0:protocol"))).ToString(
                SaveOptions.DisableFormatting);
    }
}
