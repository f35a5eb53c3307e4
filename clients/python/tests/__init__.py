"""Tests of blazon_usage against real local servers, most of them in processes of their own."""
