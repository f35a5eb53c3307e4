package dev.blazon.api.shield;

/** The frameworks that have classifiers for their versions and a shield to show them. */
public enum Framework {
  AWS_CDK("aws-cdk", "AWS CDK", "Framework :: AWS CDK"),
  DJANGO("django", "Django", "Framework :: Django"),
  DJANGO_CMS("django-cms", "Django CMS", "Framework :: Django CMS"),
  JUPYTERLAB("jupyterlab", "JupyterLab", "Framework :: Jupyter :: JupyterLab"),
  ODOO("odoo", "Odoo", "Framework :: Odoo"),
  PLONE("plone", "Plone", "Framework :: Plone"),
  WAGTAIL("wagtail", "Wagtail", "Framework :: Wagtail"),
  ZOPE("zope", "Zope", "Framework :: Zope");

  private final String urlName;
  private final String title;
  private final String classifier;

  Framework(String urlName, String title, String classifier) {
    this.urlName = urlName;
    this.title = title;
    this.classifier = classifier;
  }

  /** The name in shields.io's URLs, for example {@code django-cms}. */
  public String urlName() {
    return urlName;
  }

  /** The id of the shield that shows the framework's versions. */
  public String shieldId() {
    return urlName + "-versions";
  }

  String title() {
    return title;
  }

  String classifier() {
    return classifier;
  }
}
